package vn.motcua.dossier.edge;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Reads typed query parameters; what cannot be read is {@code 400 malformed} and names the parameter, where JAX-RS by
 * itself would answer 404.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            Boolean.class, QueryParameters::truth,
            boolean.class, QueryParameters::truth,
            LocalDate.class, Times::day,
            Instant.class, Times::instant,
            UUID.class, UUID::fromString);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var name = annotations == null ? null : queryName(annotations);
        var reader = type.isEnum() ? constants(type) : READERS.get(type);
        return name == null || reader == null ? null : new Converter<>(name, type, reader);
    }

    private static String queryName(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof RestQuery query) {
                return query.value().isEmpty() ? "" : query.value();
            }
        }
        return null;
    }

    private static Function<String, Object> constants(Class<?> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Converter<T>(String name, Class<T> type, Function<String, Object> reader)
            implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // a primitive's class does not cast its box
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return (T) reader.apply(text);
            } catch (RuntimeException unreadable) {
                var expected = Expected.of(type);
                throw new BadRequestException(Problem.of(ProblemType.MALFORMED)
                        .parameter(name, "Cần " + expected.vietnamese() + ".", "Expected " + expected.english() + "."));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
