package vn.motcua.postal.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sends and who gets, as shown. */
final class Parties {

    private Parties() {}

    /** An agency with its name in the caller's language. */
    public record AgencyView(String code, String name) {}

    /** The recipient, for those who pack and hand over. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReceiverView(String name, String phone, String address) {
        static ReceiverView of(RecipientRow row) {
            if (row == null) {
                return null;
            }
            var address = Stream.of(row.address, row.commune, row.province)
                    .filter(Objects::nonNull)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
            return new ReceiverView(row.name, row.phone, address.isEmpty() ? null : address);
        }

        @Override
        public String toString() {
            return "ReceiverView[…]";
        }
    }

    /** A step that this caller may take now. */
    public record NextStep(String step, String method, String href) {
        static NextStep post(String step, String href) {
            return new NextStep(step, "POST", href);
        }
    }
}
