package vn.motcua.dossier.lifecycle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The law as it was in 2022, and the same with one value changed. */
final class Laws {

    static final LegalRules OF_2022 =
            of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, 1, 1, 8, LocalTime.of(15, 0));

    private Laws() {}

    static LegalRules withRequests(int most) {
        return of2022(most, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, 1, 1, 8, LocalTime.of(15, 0));
    }

    static LegalRules withExtensions(int most) {
        return of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, most, 1, 1, 8, LocalTime.of(15, 0));
    }

    static LegalRules withNoticeDays(int days) {
        return of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, days, 1, 8, LocalTime.of(15, 0));
    }

    static LegalRules withWarnings(int days, int hours) {
        return of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, 1, days, hours, LocalTime.of(15, 0));
    }

    static LegalRules withSameDayUntil(LocalTime time) {
        return of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, 1, 1, 8, time);
    }

    private static LegalRules of2022(
            int supplementsMost,
            ClockPolicy papers,
            ClockPolicy payment,
            int extensionsMost,
            int noticeDays,
            int dueSoonDays,
            int dueSoonHours,
            LocalTime sameDayUntil) {
        return of2022(
                supplementsMost,
                papers,
                payment,
                extensionsMost,
                noticeDays,
                dueSoonDays,
                dueSoonHours,
                sameDayUntil,
                since(FormList.TT_01_2018, Form.REFUSAL));
    }

    static LegalRules withForms(FormsInForce forms) {
        return of2022(1, ClockPolicy.RESTART, ClockPolicy.RESUME, 1, 1, 1, 8, LocalTime.of(15, 0), forms);
    }

    static LegalRules withForms(Form stopForm, FormList forms) {
        return withForms(since(forms, stopForm));
    }

    private static FormsInForce since(FormList forms, Form stopForm) {
        return new FormsInForce(List.of(new FormsInForce.Since(LocalDate.of(2019, 1, 6), forms, stopForm)));
    }

    private static LegalRules of2022(
            int supplementsMost,
            ClockPolicy papers,
            ClockPolicy payment,
            int extensionsMost,
            int noticeDays,
            int dueSoonDays,
            int dueSoonHours,
            LocalTime sameDayUntil,
            FormsInForce forms) {
        return new LegalRules(
                "2022",
                LocalDate.of(2018, 6, 21),
                8,
                3,
                supplementsMost,
                papers,
                30,
                true,
                payment,
                30,
                extensionsMost,
                noticeDays,
                dueSoonDays,
                dueSoonHours,
                sameDayUntil,
                forms);
    }
}
