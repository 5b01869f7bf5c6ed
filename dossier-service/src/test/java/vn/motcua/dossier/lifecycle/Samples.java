package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.calendar.TimeLimit;

/** Dossiers, people and instants for tests: always the same. */
final class Samples {

    static final UUID ID = UUID.fromString("01814035-3f80-7cc3-98c4-dc0c0c07398f");
    static final String AGENCY = "H03.01";
    static final String CITIZEN = "c-1";
    /** Wednesday 2022-06-08, 09:00 in Vietnam. */
    static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");

    static final Instant DUE = Instant.parse("2022-06-13T02:00:00Z");
    static final Appointment APPOINTMENT = new Appointment(TimeLimit.workingDays(3), DUE);
    static final Terms OPEN = new Terms(true, true);

    private Samples() {}

    static Matter matter(Channel channel, ReturnMethod returnMethod, boolean immediate) {
        return new Matter(
                channel,
                returnMethod,
                Origin.LIVE,
                LegalProfile.P2022,
                "1.900101",
                1,
                "LLTP",
                immediate,
                AGENCY,
                List.of("H03", AGENCY),
                CITIZEN,
                "sha256:00");
    }

    static Matter online() {
        return matter(Channel.ONLINE, ReturnMethod.POST, false);
    }

    static Actor as(Role role) {
        return new Actor(role, role == Role.CITIZEN ? null : AGENCY);
    }

    static Party party(Role role) {
        return new Party("account-1", Set.of(role), AGENCY, role == Role.CITIZEN ? CITIZEN : null);
    }

    /** A dossier that stands there, with the dates that belong to it. */
    static Dossier at(DossierStatus status, Matter matter) {
        var accepted = status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED;
        var completed = status == DossierStatus.COMPLETED || status == DossierStatus.RETURNED;
        var timeline = Timeline.submitted(NINE, null);
        timeline = accepted ? timeline.accepted(NINE, DUE) : timeline;
        timeline = completed ? timeline.completed(NINE) : timeline;
        timeline = status == DossierStatus.RETURNED ? timeline.returned(NINE) : timeline;
        return new Dossier(ID, "H03.01-220608-0001", matter, status, null, 3, NINE, timeline, null, null, null, null);
    }

    static Attempt.Done done(Attempt attempt) {
        return attempt.fold(done -> done, barred -> {
            throw new AssertionError("barred: " + barred.reason());
        });
    }

    static Bar bar(Attempt attempt) {
        return attempt.fold(
                done -> {
                    throw new AssertionError("not barred: " + done.fact());
                },
                Attempt.Barred::reason);
    }
}
