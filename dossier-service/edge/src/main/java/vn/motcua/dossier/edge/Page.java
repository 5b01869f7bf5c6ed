package vn.motcua.dossier.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the {@link Cursor} of the following page; null (and left out) on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    /** Rows on a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** Rows on a page at most. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read with {@code limit + 1}: the row too many only says that there is more.
     *
     * @param cursor the position of a row, asked of the last row shown
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, limit);
        return new Page<>(shown, cursor.apply(shown.get(limit - 1)));
    }

    /** The asked page size, {@value #DEFAULT_LIMIT} when null; 400 outside 1..{@value #MAX_LIMIT}. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("limit", "Từ 1 đến " + MAX_LIMIT + ".", "From 1 to " + MAX_LIMIT + ".");
        }
        return asked;
    }

    /** The same page with other items: rows become views. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next);
    }

    /** 200 with the page and, unless it is the last, {@code Link: <…>; rel="next"} (RFC 8288), relative to the host. */
    public Response response(UriInfo uri) {
        var answer = Response.ok(this);
        if (next != null) {
            var target =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            var address = target.getRawPath() + "?" + target.getRawQuery();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
