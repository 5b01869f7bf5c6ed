package vn.motcua.notification.planning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import vn.motcua.notification.notices.Obligations;
import vn.motcua.notification.notices.Obligations.Duty;
import vn.motcua.notification.notices.Wording;

/** What is owed under which rule set, read from {@code obligations.json}. */
final class ObligationData {

    private static final String FILE = "obligations.json";

    private ObligationData() {}

    /** The file. */
    @JsonIgnoreProperties("about")
    record File(Map<Integer, Map<Wording, Duty>> profiles) {}

    /** The rules as they are, and what this province leaves out. */
    static Obligations with(Set<Wording> switchedOff) {
        try (var in = Obligations.class.getResourceAsStream(FILE)) {
            return new Obligations(new ObjectMapper().readValue(in, File.class).profiles(), switchedOff);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }
}
