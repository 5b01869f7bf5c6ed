package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.edge.RequestKey;

/** Dossiers by the code that stands on their receipts, with what those bear to rate by: all that a step needs in one round trip. */
@ApplicationScoped
class ReceiptStore {

    private static final String FIND =
            "select coalesce((select string_agg(encode(f.rating_digest, 'hex'), ' ') from form f"
                    + " where f.dossier_id = d.id and f.rating_digest is not null), ''), " + KeptColumns.OF_DOSSIER
                    + ", "
                    + KeptColumns.OF_EARLIER
                    + """
             from dossier d join applicant a on a.dossier_id = d.id
            left join event e on e.subject = d.id and e.request_scope = $2 and e.request_key = $3
            where d.code = $1
            """;

    private final Pool pool;

    ReceiptStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** A dossier as it was loaded for a step, with the digests of the rating codes on its receipts. */
    record Receipted(Kept kept, List<byte[]> digests) {

        /** Whether it may be rated by that code: whoever has an account rates with it. */
        boolean isRatedBy(RatingCode code) {
            return code.isOneOf(digests, kept.dossier().id())
                    & kept.dossier().matter().citizen() == null;
        }
    }

    /** Empty if there is no such dossier. */
    Uni<Optional<Receipted>> find(String code, RequestKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(code, key.scope(), key.key()))
                .map(rows -> {
                    for (var row : rows) {
                        var columns = new Columns(row);
                        var digests = digests(columns.text());
                        return Optional.of(new Receipted(KeptColumns.read(columns), digests));
                    }
                    return Optional.empty();
                });
    }

    private static List<byte[]> digests(String digits) {
        return digits.isEmpty()
                ? List.of()
                : Arrays.stream(digits.split(" ")).map(HexFormat.of()::parseHex).toList();
    }
}
