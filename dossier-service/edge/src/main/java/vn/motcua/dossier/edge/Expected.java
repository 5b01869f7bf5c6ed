package vn.motcua.dossier.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands where a value of another type was sent. */
record Expected(String vietnamese, String english) {

    private static final List<Class<?>> WHOLE = List.of(
            int.class, Integer.class, long.class, Long.class, short.class, Short.class, java.math.BigInteger.class);
    private static final List<Class<?>> NUMBER =
            List.of(double.class, Double.class, float.class, Float.class, java.math.BigDecimal.class);

    static Expected of(Class<?> type) {
        if (type == null) {
            return new Expected("giá trị khác", "another value");
        }
        if (type == String.class) {
            return new Expected("một chuỗi ký tự", "a text");
        }
        if (WHOLE.contains(type)) {
            return new Expected("một số nguyên", "a whole number");
        }
        if (NUMBER.contains(type)) {
            return new Expected("một số", "a number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Expected("true hoặc false", "true or false");
        }
        if (type.isEnum()) {
            var words =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return new Expected("một trong: " + words, "one of: " + words);
        }
        if (type == Instant.class) {
            return new Expected("một thời điểm như 2022-06-08T02:00:00Z", "an instant such as 2022-06-08T02:00:00Z");
        }
        if (type == LocalDate.class) {
            return new Expected("một ngày như 2022-06-08", "a date such as 2022-06-08");
        }
        if (type == UUID.class) {
            return new Expected("một UUID", "a UUID");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return new Expected("một danh sách", "a list");
        }
        return type.getName().startsWith("java.time.")
                ? new Expected("thời gian theo ISO-8601", "a time in ISO-8601")
                : new Expected("một đối tượng", "an object");
    }
}
