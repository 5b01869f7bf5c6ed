package vn.motcua.dossier.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.catalogue.CalendarProblem;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Stage;

/** What is due when, in the working time of an agency. Thread-safe, from memory. */
@ApplicationScoped
class Deadlines {

    private final Catalogue catalogue;

    Deadlines(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What comes in is taken in, also where that year's calendar is not published: then nobody knows until when. */
    Deadline atReceipt(String agency, Instant from) {
        try {
            return counted(Stage.SCREENING, agency, from);
        } catch (CalendarNotPublished missing) {
            return Deadline.of(Stage.SCREENING, from, null, null);
        }
    }

    /** Fails with 503 {@code calendar-not-published} where nobody can count. */
    Deadline of(Stage stage, String agency, Instant from) {
        try {
            return counted(stage, agency, from);
        } catch (CalendarNotPublished missing) {
            throw CalendarProblem.of(missing);
        }
    }

    /** Until when more can be asked of an author; null while nobody can count. */
    Instant askingUntil(String agency, Instant arrivedAt) {
        try {
            return catalogue.calendar(agency).due(arrivedAt, Stage.ASKING).orElseThrow();
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    private Deadline counted(Stage stage, String agency, Instant from) {
        var due = catalogue.calendar(agency).due(from, stage.limit()).orElseThrow();
        return Deadline.of(stage, from, due, catalogue.calendarEdition(agency));
    }
}
