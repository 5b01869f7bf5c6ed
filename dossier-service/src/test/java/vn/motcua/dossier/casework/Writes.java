package vn.motcua.dossier.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Attempt.Done;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.ClockPolicy;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.FormsInForce;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.LegalRules;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Terms;
import vn.motcua.dossier.lifecycle.Warnings;

/** Writes for tests of the store: rightly made by the lifecycle, without HTTP or catalogue. */
final class Writes {

    static final String SOURCE = "urn:motcua:H03:dossier-service";
    static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");
    static final Instant DUE = Instant.parse("2022-06-13T02:00:00Z");

    /** Of 2022, as far as it matters here. */
    static final LegalRules RULES = new LegalRules(
            "2022",
            LocalDate.of(2018, 6, 21),
            8,
            3,
            1,
            ClockPolicy.RESTART,
            30,
            true,
            ClockPolicy.RESUME,
            30,
            1,
            1,
            1,
            8,
            LocalTime.of(15, 0),
            new FormsInForce(
                    List.of(new FormsInForce.Since(LocalDate.of(2019, 1, 6), FormList.TT_01_2018, Form.REFUSAL))));

    private Writes() {}

    static RequestKey key(String key, String content) {
        return new RequestKey("reception-1", key, content.getBytes(StandardCharsets.UTF_8));
    }

    static Provenance by(RequestKey key) {
        return new Provenance(key, "reception-1 (Lý Thị Mai)", "ghi chú", "trace-1", null, null);
    }

    static PrivatePart person() {
        var address = new Applicant.Address("Tổ 5", "Đức Xuân", "Bắc Kạn");
        var applicant = new Applicant(
                "Nguyễn Thị Hoa", "006190000123", "+84912345678", "hoa@example.com", address, true, true, "vi");
        return PrivatePart.salted(applicant, null, List.of(new Paper("TK", null, 1)));
    }

    static CreationWrite submission(String agency, RequestKey key) {
        return submission(agency, NINE, key);
    }

    static CreationWrite submission(String agency, Instant at, RequestKey key) {
        var part = person();
        var matter = new Matter(
                Channel.ONLINE,
                ReturnMethod.POST,
                Origin.LIVE,
                LegalProfile.P2022,
                "1.900101",
                1,
                "LLTP",
                false,
                agency,
                List.of("H03", agency),
                null,
                "c-1",
                part.digest());
        var done = (Done) Dossier.submit(
                UuidCreator.getTimeOrderedEpoch(),
                matter,
                new Terms(true, true),
                new Actor(Role.CITIZEN, null),
                at.plusSeconds(8 * 3600),
                at);
        return CreationWrite.of(done, part, by(key), SOURCE, RULES);
    }

    /** Acceptance of a dossier as it was loaded. */
    static StepWrite acceptance(Kept kept, RequestKey key) {
        var appointment = new Appointment(TimeLimit.workingDays(3), DUE, Warnings.NONE, "civil-servants|1");
        return step(kept, (Done) kept.dossier().accept(new Actor(Role.RECEPTION, "H03.01"), appointment, NINE), key);
    }

    /** Refusal of a dossier as it was loaded. */
    static StepWrite refusal(Kept kept, RequestKey key) {
        return step(kept, (Done) kept.dossier().refuse(new Actor(Role.RECEPTION, "H03.01"), "INCOMPLETE", NINE), key);
    }

    private static StepWrite step(Kept kept, Done done, RequestKey key) {
        return StepWrite.of(kept, done, null, by(key), SOURCE, RULES);
    }
}
