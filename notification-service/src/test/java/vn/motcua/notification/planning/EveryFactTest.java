package vn.motcua.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.notification.notices.Obligations;
import vn.motcua.notification.notices.Obligations.Duty;
import vn.motcua.notification.notices.Phrasebook;
import vn.motcua.notification.notices.Reasons;
import vn.motcua.notification.notices.Wording;

/** Every fact of a dossier, the text that tells it, and whether a province must send it: O it must, N it may leave it out, - there is none. */
class EveryFactTest {

    private static final UUID DOSSIER = UUID.fromString("01814200-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static final Names CATALOGUE = new Names(
            (code, day) ->
                    Optional.of(code).filter(known -> !"H03.99".equals(known)).map(EveryFactTest::agency),
            code -> Optional.of(new CatalogueEntry.Reason(
                    code, 1, "any", new CatalogueEntry.Names("không thuộc thẩm quyền giải quyết", null))));

    static Stream<Arguments> facts() {
        return Stream.of(
                row(Facts::submitted, "SUBMITTED", "N", "O"),
                row(Facts::accepted, "ACCEPTED", "O", "O"),
                row(state -> Facts.accepted(Facts.due(state, null)), "ACCEPTED_NO_DUE", "O", "O"),
                row(Facts::refused, "REFUSED", "O", "O"),
                row(Facts::supplementRequested, "SUPPLEMENT", "O", "O"),
                row(state -> Facts.supplementRequested(state, null), "SUPPLEMENT_NO_DEADLINE", "O", "O"),
                row(Facts::supplementSubmitted, "-", "-", "-"),
                row(Facts::supplementCompleted, "SUPPLEMENT_RECEIVED", "N", "O"),
                row(state -> Facts.supplementCompleted(Facts.due(state, null)), "SUPPLEMENT_RECEIVED_NO_DUE", "N", "O"),
                row(Facts::paymentRequested, "FEE", "N", "O"),
                row(state -> Facts.paymentRequested(state, null), "FEE_NO_DEADLINE", "N", "O"),
                row(Facts::paymentConfirmed, "FEE_PAID", "N", "O"),
                row(Facts::paymentRefunded, "FEE_REFUNDED", "N", "N"),
                row(Facts::processing, "-", "-", "-"),
                row(Facts::assigned, "-", "-", "-"),
                row(Facts::stepCompleted, "-", "-", "-"),
                row(Facts::stepSentBack, "-", "-", "-"),
                row(Facts::stepRecalled, "-", "-", "-"),
                row(Facts::extended, "APOLOGY", "O", "O"),
                row(Facts::dueDateChanged, "DUE_DATE_CHANGED", "N", "O"),
                row(state -> Facts.dueDateChanged(Facts.due(state, null)), "-", "-", "-"),
                row(state -> Facts.dueDateChanged(Facts.due(state, Facts.EARLIER)), "-", "-", "-"),
                row(
                        state -> Facts.prolonged(Facts.standing(Status.SUPPLEMENT_REQUIRED, state), Facts.DUE),
                        "SUPPLEMENT_PROLONGED",
                        "N",
                        "O"),
                row(
                        state -> Facts.prolonged(Facts.standing(Status.PAYMENT_REQUIRED, state), Facts.DUE),
                        "FEE_PROLONGED",
                        "N",
                        "O"),
                // The result's date moved as well: that is told when the dossier goes on.
                row(
                        state -> Facts.prolonged(Facts.standing(Status.PAYMENT_REQUIRED, state), Facts.EARLIER),
                        "FEE_PROLONGED",
                        "N",
                        "O"),
                row(state -> Facts.prolonged(Facts.standing(Status.STOPPED, state), Facts.DUE), "-", "-", "-"),
                row(Facts::stopped, "STOPPED", "N", "O"),
                row(Facts::resumed, "RESUMED", "N", "O"),
                row(state -> Facts.resumed(Facts.due(state, null)), "RESUMED_NO_DUE", "N", "O"),
                row(Facts::withdrawn, "WITHDRAWN", "N", "O"),
                row(Facts::completed, "RESULT_EARLY", "O", "O"),
                row(state -> Facts.completed(Facts.due(state, Facts.SUBMITTED)), "RESULT_READY", "N", "O"),
                row(state -> Facts.completed(by(state, ReturnMethod.POST)), "RESULT_BY_POST", "O", "O"),
                row(state -> Facts.completed(by(state, ReturnMethod.ELECTRONIC)), "RESULT_ELECTRONIC", "N", "O"),
                row(state -> Facts.completed(by(state, ReturnMethod.UNKNOWN)), "RESULT_OTHER", "N", "O"),
                row(Facts::resultRecalled, "RESULT_RECALLED", "N", "O"),
                row(Facts::returned, "RESULT_RETURNED", "N", "O"),
                row(Facts::dueSoon, "-", "-", "-"),
                row(Facts::overdue, "-", "-", "-"),
                row(Facts::replyOverdue, "-", "-", "-"),
                row(Facts::forwardOverdue, "-", "-", "-"),
                row(Facts::documentAdded, "-", "-", "-"),
                row(Facts::legPlanned, "-", "-", "-"),
                row(Facts::legOpened, "-", "-", "-"),
                row(Facts::legReceived, "-", "-", "-"),
                row(Facts::legFinished, "-", "-", "-"),
                row(Facts::legWithdrawn, "-", "-", "-"),
                row(Facts::legOverdue, "-", "-", "-"),
                row(state -> Facts.transferred(state, "H03.02"), "TRANSFERRED", "N", "N"),
                row(state -> Facts.transferred(state, "H03.99"), "TRANSFERRED", "N", "N"),
                row(state -> Facts.transferred(state, "H03.01.05"), "-", "-", "-"),
                // Who took it in hands it out, whichever agency answers.
                row(state -> Facts.transferred(Facts.takenInAt("H03.02", state), "H03.02"), "-", "-", "-"),
                row(
                        state -> Facts.corrected(Facts.due(state, Facts.DUE), CorrectedField.PROCEDURE, Facts.EARLIER),
                        "CORRECTED",
                        "N",
                        "O"),
                row(
                        state -> Facts.corrected(Facts.due(state, Facts.DUE), CorrectedField.OWNER, Facts.DUE),
                        "CORRECTED_NO_DUE",
                        "N",
                        "O"),
                row(
                        state -> Facts.corrected(state, CorrectedField.PROCEDURE, Facts.EARLIER),
                        "CORRECTED_NO_DUE",
                        "N",
                        "O"),
                row(Facts::voided, "VOIDED", "N", "O"),
                row(Facts::merged, "MERGED", "N", "O"),
                row(Facts::changed, "-", "-", "-"),
                row(Facts::erased, "-", "-", "-"),
                row(Facts::adopted, "-", "-", "-"),
                row(Facts::reported, "-", "-", "-"),
                row(Facts::ratingSubmitted, "-", "-", "-"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("facts")
    void everyFactTellsThisTextOrNothing(Function<DossierState, DossierEvent> fact, String wording) {
        for (var profile : List.of("2022", "2025", "2026")) {
            assertThat(plan(fact.apply(state(profile)), Set.of()).drafts())
                    .extracting(draft -> draft.letter().wording().name())
                    .isEqualTo("-".equals(wording) ? List.of() : List.of(wording));
        }
    }

    @ParameterizedTest(name = "{1}: 2022 {2}, 2026 {3}")
    @MethodSource("facts")
    void whatIsObligatoryIsToldAlsoWhereEverythingThatCanBeIsSwitchedOff(
            Function<DossierState, DossierEvent> fact, String wording, String of2022, String of2026) {
        var duties = Map.of("2022", of2022, "2025", of2022, "2026", of2026, "2031", of2026, "", of2026);
        duties.forEach((profile, duty) -> {
            var plan = plan(fact.apply(state(profile)), switchable());

            assertThat(plan.drafts()).as("%s %s", wording, profile).hasSize("O".equals(duty) ? 1 : 0);
            assertThat(plan.passedOver())
                    .as("%s %s", wording, profile)
                    .isEqualTo("N".equals(duty) ? Map.of(Reasons.SWITCHED_OFF, 1) : Map.of());
        });
    }

    @Test
    void noKindOfFactIsForgottenHere() {
        var kinds =
                facts().map(row -> fact(row).apply(state("2022")).getClass()).collect(Collectors.<Class<?>>toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DossierEvent.class.getPermittedSubclasses())
                        .filter(kind -> kind != Unrecognised.class)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Wording.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POST_HANDED", "POST_FAILED"})
    void everyWordingHasAFactThatTellsIt(Wording wording) {
        assertThat(facts().map(row -> row.get()[1])).contains(wording.name());
    }

    @Test
    void aParcelOnItsWayIsAlwaysToldAndAFailureSinceTheRulesOf2026() {
        var obligations = ObligationData.with(Set.of());

        assertThat(Stream.of("2022", "2026").map(profile -> obligations.duty(profile, Wording.POST_HANDED)))
                .containsExactly(Duty.OBLIGATORY, Duty.OBLIGATORY);
        assertThat(Stream.of("2022", "2026").map(profile -> obligations.duty(profile, Wording.POST_FAILED)))
                .containsExactly(Duty.NORMAL, Duty.OBLIGATORY);
    }

    @Test
    void whatEveryRuleSetDemandsCannotBeSwitchedOffAtAll() {
        assertThatThrownBy(() -> ObligationData.with(Set.of(Wording.REFUSED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REFUSED is obligatory and cannot be switched off");
    }

    @Test
    void aRuleSetThatForgetsATextIsRefused() {
        assertThatThrownBy(() -> new Obligations(Map.of(2022, Map.of(Wording.REFUSED, Duty.NORMAL)), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the rule set of 2022 forgets [SUBMITTED, ");
    }

    private static Set<Wording> switchable() {
        var switchable = EnumSet.allOf(Wording.class);
        var obligations = ObligationData.with(Set.of());
        switchable.removeIf(wording ->
                Stream.of("2022", "2026").allMatch(profile -> obligations.duty(profile, wording) == Duty.OBLIGATORY));
        return switchable;
    }

    private static BatchPlan plan(DossierEvent event, Set<Wording> switchedOff) {
        var planner = new Planner(Phrasebook.current(), ObligationData.with(switchedOff), Duration.ofHours(72), 3);
        var plan = new BatchPlan(planner, CATALOGUE, NOW, Map.of());
        plan.add(
                Facts.attributes(Facts.DOSSIER_SOURCE, "any", DOSSIER, 1, NOW),
                new Restricted(event, Facts.recipient("0912345601", null)));
        return plan;
    }

    private static DossierState state(String profile) {
        return by(profile, ReturnMethod.COUNTER);
    }

    private static DossierState by(DossierState state, ReturnMethod way) {
        return by(state.legalProfile(), way);
    }

    private static DossierState by(String profile, ReturnMethod way) {
        return Facts.under(profile, Facts.state("H03.01-220608-0001", Status.COMPLETED, way, Origin.LIVE));
    }

    /** H03.01 and its division share a counter. */
    private static CatalogueEntry.Agency agency(String code) {
        var justice = code.startsWith(Facts.JUSTICE);
        return new CatalogueEntry.Agency(
                code,
                1,
                new CatalogueEntry.Names("Sở Tư pháp", null),
                new CatalogueEntry.Names("Bộ phận Một cửa", null),
                "H03",
                List.of("H03", code),
                2,
                justice ? "Quầy 1" : "Quầy 2",
                null,
                null,
                "civil-servants",
                LocalDate.EPOCH,
                null,
                true);
    }

    @SuppressWarnings("unchecked")
    private static Function<DossierState, DossierEvent> fact(Arguments row) {
        return (Function<DossierState, DossierEvent>) Objects.requireNonNull(row.get()[0]);
    }

    private static Arguments row(
            Function<DossierState, DossierEvent> fact, String wording, String of2022, String of2026) {
        return Arguments.of(fact, wording, of2022, of2026);
    }
}
