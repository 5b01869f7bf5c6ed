package vn.motcua.dossier.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.casework.Intake;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.Party;

/** What everything that is asked for here has in common over HTTP. */
@ApplicationScoped
class KeepingCalls {

    /**
     * Who asks for what.
     *
     * @param account id and name, for people
     * @param seen the ETag that they saw; 0 where none is asked for
     */
    record Call(Party who, String account, RequestKey key, long seen) {}

    private static final int LONGEST = 500;

    private final CurrentRequest request;
    private final Intake intake;

    KeepingCalls(CurrentRequest request, Intake intake) {
        this.request = request;
        this.intake = intake;
    }

    Party who() {
        return Parties.of(request.caller());
    }

    /** A request under a key. */
    Call call() {
        return call(0);
    }

    /** A request under a key on a dossier as the caller saw it. */
    Call callOnSeen() {
        return call(request.ifMatch());
    }

    private Call call(long seen) {
        return new Call(who(), account(), request.key(), seen);
    }

    String account() {
        var caller = request.caller();
        return caller.name() == null ? caller.subject() : caller.subject() + " (" + caller.name() + ")";
    }

    /** A text that has to be there, of at most 500 characters; 422 otherwise. */
    String text(String pointer, String given) {
        var faults = new Faults();
        var read = intake.text(pointer, given, LONGEST, faults);
        if (faults.none()) {
            intake.present(pointer, read, faults);
        }
        faults.raise();
        return read;
    }

    /** A text that may be there. */
    String remark(String given) {
        var faults = new Faults();
        var read = intake.text("/note", given, LONGEST, faults);
        faults.raise();
        return read;
    }

    static <T> T present(T body) {
        if (body == null) {
            throw Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung.", "The body is missing.");
        }
        return body;
    }

    static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw KeepingProblems.notFound();
        }
    }

    static String agency(String agency) {
        if (agency == null) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("agency", "Mã cơ quan, ví dụ H03.01.", "The code of an agency: H03.01.");
        }
        return agency;
    }
}
