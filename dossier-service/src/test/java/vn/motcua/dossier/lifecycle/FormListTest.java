package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormListTest {

    private static final Instant AT = Instant.parse("2022-06-08T02:00:00Z");

    @Test
    void whoWithdrawsAfterAcceptanceGetsTheStopNoticeWhereThereIsOne() {
        var confirmed = new Fact.Withdrawn(AT, new Actor(Role.OFFICER, "H03.01"), null);
        var alone = new Fact.Withdrawn(AT, new Actor(Role.CITIZEN, null), null);

        assertThat(confirmed.form(Laws.OF_2022)).isNull();
        assertThat(confirmed.form(Laws.withForms(Form.STOP_NOTICE, FormList.TT_03_2025)))
                .isEqualTo(Form.STOP_NOTICE);
        assertThat(alone.form(Laws.withForms(Form.STOP_NOTICE, FormList.TT_03_2025)))
                .isNull();
    }

    @Test
    void aDenialIsWrittenOnTheRefusalSlipAndAResultOnNone() {
        var by = new Actor(Role.LEADER, "H03.01");

        assertThat(new Fact.Completed(AT, by, Outcome.DENIED, "R").form(Laws.OF_2022))
                .isEqualTo(Form.REFUSAL);
        assertThat(new Fact.Completed(AT, by, Outcome.GRANTED, null).form(Laws.OF_2022))
                .isNull();
    }

    @Test
    void whoOnlyWaitsIsNotRefused() {
        var by = new Actor(Role.LEADER, "H03.01");
        var of2025 = Laws.withForms(Form.STOP_NOTICE, FormList.TT_03_2025);

        assertThat(new Fact.Stopped(AT, by, "COURT", false).form(Laws.OF_2022)).isEqualTo(Form.REFUSAL);
        assertThat(new Fact.Stopped(AT, by, "COURT", true).form(Laws.OF_2022)).isNull();
        assertThat(new Fact.Stopped(AT, by, "COURT", false).form(of2025)).isEqualTo(Form.STOP_NOTICE);
        assertThat(new Fact.Stopped(AT, by, "COURT", true).form(of2025)).isEqualTo(Form.STOP_NOTICE);
    }

    /** A dossier keeps its rules; what is written for it follows the day on which it is written. */
    @Test
    void aPaperFollowsTheActOfItsDay() {
        var forms = new FormsInForce(List.of(
                new FormsInForce.Since(LocalDate.of(2019, 1, 6), FormList.TT_01_2018, Form.REFUSAL),
                new FormsInForce.Since(LocalDate.of(2025, 9, 15), FormList.TT_03_2025, Form.STOP_NOTICE)));
        var rules = Laws.withForms(forms);
        var by = new Actor(Role.LEADER, "H03.01");
        var last = Instant.parse("2025-09-14T16:59:59.999Z");
        var first = Instant.parse("2025-09-14T17:00:00Z");

        assertThat(new Fact.Stopped(last, by, "COURT", false).form(rules)).isEqualTo(Form.REFUSAL);
        assertThat(new Fact.Stopped(first, by, "COURT", false).form(rules)).isEqualTo(Form.STOP_NOTICE);
        assertThat(new Fact.Withdrawn(last, by, null).form(rules)).isNull();
        assertThat(new Fact.Withdrawn(first, by, null).form(rules)).isEqualTo(Form.STOP_NOTICE);
        assertThat(forms.on(AT).list()).isEqualTo(FormList.TT_01_2018);
        assertThat(forms.on(LocalDate.of(2010, 1, 1)).list())
                .as("the earliest also covers all days before")
                .isEqualTo(FormList.TT_01_2018);
    }

    @Test
    void anActIsFoundByItsNumber() {
        assertThat(FormList.of("03/2025/TT-VPCP")).contains(FormList.TT_03_2025);
        assertThat(FormList.of("09/2031/TT-VPCP")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT,            01, 01",
        "SUPPLEMENT_REQUEST, 02, 02",
        "REFUSAL,            03, 03",
        "APOLOGY,            04, 04",
        "STOP_NOTICE,        ,   05",
        "CONTROL_SLIP,       05, 06",
        "REGISTER,           06, 07",
    })
    void eachCircularNumbersItsForms(Form form, String in2018, String in2025) {
        assertThat(FormList.TT_01_2018.numberOf(form).orElse(null)).isEqualTo(in2018);
        assertThat(FormList.TT_03_2025.numberOf(form).orElse(null)).isEqualTo(in2025);
    }
}
