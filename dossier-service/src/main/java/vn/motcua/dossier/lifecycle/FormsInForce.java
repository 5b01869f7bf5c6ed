package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Which act lays the forms down on which day. A paper follows the day on which it is given rise to, not the profile of its dossier: a dossier keeps its
 * rules, and nobody writes on a form that does not exist yet, or no longer does. Immutable.
 *
 * @param since the earliest first; at least one
 */
public record FormsInForce(List<Since> since) {

    public FormsInForce {
        since = List.copyOf(since);
        if (since.isEmpty()) {
            throw new IllegalArgumentException("there is no list of forms");
        }
    }

    /**
     * From a day on.
     *
     * @param from first day, in Vietnam; the earliest also covers all days before
     * @param list the act
     * @param stopForm what an applicant gets when processing stops; one of the act's
     */
    public record Since(LocalDate from, FormList list, Form stopForm) {
        public Since {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(stopForm, "stopForm");
        }
    }

    /** What holds on a day in Vietnam. */
    public Since on(LocalDate day) {
        var found = since.get(0);
        for (var each : since) {
            found = day.isBefore(each.from()) ? found : each;
        }
        return found;
    }

    /** What holds on the day, in Vietnam, of an instant. */
    public Since on(Instant at) {
        return on(LocalDate.ofInstant(at, DossierCode.ZONE));
    }
}
