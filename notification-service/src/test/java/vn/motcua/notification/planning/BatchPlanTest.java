package vn.motcua.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.notification.contacts.Contact;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.Language;
import vn.motcua.notification.notices.NoticeId;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.notification.notices.Phrasebook;
import vn.motcua.notification.notices.Reasons;

class BatchPlanTest {

    private static final UUID DOSSIER = UUID.fromString("01814200-0000-7000-8000-000000000001");
    private static final String CODE = "H03.01-220608-0001";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Recipient BOTH = Facts.recipient("0912345601", "a@example.vn");

    private static final Names CATALOGUE = new Names(
            (code, day) -> Optional.of(new CatalogueEntry.Agency(
                    code,
                    1,
                    new CatalogueEntry.Names("Sở Tư pháp", "Department of Justice"),
                    new CatalogueEntry.Names("Bộ phận Một cửa Sở Tư pháp", null),
                    "H03",
                    List.of("H03", code),
                    2,
                    null,
                    null,
                    null,
                    "civil-servants",
                    LocalDate.EPOCH,
                    null,
                    true)),
            code -> Optional.of(new CatalogueEntry.Reason(
                    code,
                    1,
                    "REFUSAL",
                    new CatalogueEntry.Names("không thuộc thẩm quyền giải quyết", "not competent"))));

    private static final Names EMPTY_CATALOGUE = new Names((code, day) -> Optional.empty(), code -> Optional.empty());

    /** Every fact of a dossier, and what it tells on each way home: a hyphen stands for nothing. */
    static Stream<Arguments> facts() {
        return Stream.of(
                fact("submitted", Facts::submitted, "SUBMITTED", "SUBMITTED", "SUBMITTED", "SUBMITTED"),
                fact("accepted", Facts::accepted, "ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED"),
                fact("refused", Facts::refused, "REFUSED", "REFUSED", "REFUSED", "REFUSED"),
                fact("processing started", Facts::processing, "-", "-", "-", "-"),
                fact("withdrawn", Facts::withdrawn, "WITHDRAWN", "WITHDRAWN", "WITHDRAWN", "WITHDRAWN"),
                fact(
                        "completed",
                        Facts::completed,
                        "RESULT_EARLY",
                        "RESULT_BY_POST",
                        "RESULT_ELECTRONIC",
                        "RESULT_OTHER"),
                fact(
                        "returned",
                        Facts::returned,
                        "RESULT_RETURNED",
                        "RESULT_RETURNED",
                        "RESULT_RETURNED",
                        "RESULT_RETURNED"),
                same("supplement requested", Facts::supplementRequested, "SUPPLEMENT"),
                same("result recalled", Facts::resultRecalled, "RESULT_RECALLED"),
                same("owner corrected", Facts::ownerCorrected, "CORRECTED_NO_DUE"),
                same("voided", Facts::voided, "VOIDED"),
                same("merged", Facts::merged, "MERGED"),
                same("leg overdue", Facts::legOverdue, "-"),
                fact("recipient changed", Facts::changed, "-", "-", "-", "-"),
                fact("recipient erased", Facts::erased, "-", "-", "-", "-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void onlyLiveFactsAreToldAndOnlyOnChannelsGivenAndAskedFor(
            String name, Function<DossierState, DossierEvent> fact, List<String> wordings) {
        for (var way : ReturnMethod.values()) {
            var wording = wordings.get(way.ordinal());
            for (var origin : Origin.values()) {
                for (int choice = 0; choice < 16; choice++) {
                    var recipient = new Recipient(
                            "Hoàng Văn Mẫu",
                            (choice & 1) == 0 ? null : "0912345601",
                            (choice & 2) == 0 ? null : "a@example.vn",
                            (choice & 4) != 0,
                            (choice & 8) != 0,
                            "vi",
                            null);
                    boolean told = origin == Origin.LIVE && !"-".equals(wording);
                    var expected = Stream.of(Channel.values())
                            .filter(channel -> told)
                            .filter(channel -> channel == Channel.SMS
                                    ? recipient.smsWanted() && recipient.phone() != null
                                    : recipient.emailWanted() && recipient.email() != null)
                            .map(channel -> channel + " " + wording)
                            .toList();

                    var plan = plan(fact.apply(state(way, origin)), recipient);

                    assertThat(plan.drafts())
                            .as("%s %s %s %d", way, origin, wording, choice)
                            .extracting(draft ->
                                    draft.channel() + " " + draft.letter().wording())
                            .isEqualTo(expected);
                    assertThat(plan.drafts()).allMatch(draft -> draft.state() == NoticeState.PLANNED);
                    assertThat(plan.passedOver())
                            .isEqualTo(
                                    origin == Origin.LIVE || "-".equals(wording)
                                            ? Map.of()
                                            : Map.of(BatchPlan.NOT_LIVE, 1));
                }
            }
        }
    }

    @Test
    void aNoticeIsWrittenOutInFull() {
        var attributes = attributes(1, NOW);
        var plan = plan(Facts.accepted(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH);

        assertThat(plan.drafts().get(0))
                .isEqualTo(new Draft(
                        NoticeId.of(attributes.id(), Channel.SMS),
                        attributes.id(),
                        DOSSIER,
                        CODE,
                        Facts.JUSTICE,
                        Phrasebook.current()
                                .sms(
                                        new Occasion.Accepted(
                                                CODE,
                                                Facts.SUBMITTED,
                                                Facts.DUE,
                                                CATALOGUE.shop(Facts.JUSTICE, NOW),
                                                CATALOGUE.agency(Facts.JUSTICE, NOW)),
                                        Language.VI),
                        Channel.SMS,
                        "+84912345601",
                        "0912****601",
                        2,
                        NoticeState.PLANNED,
                        null,
                        Facts.SUBMITTED,
                        NOW));
        assertThat(plan.drafts().get(0).toString()).doesNotContain("912");
        assertThat(plan.contacts())
                .containsExactly(new Contact(
                        DOSSIER,
                        CODE,
                        Facts.JUSTICE,
                        "0912345601",
                        "a@example.vn",
                        true,
                        true,
                        Language.VI,
                        "2022",
                        false));
    }

    @Test
    void aLandlineGetsNoSmsAndTheRowSaysWhy() {
        var plan = plan(
                Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)),
                Facts.recipient("02093870123", "not an address"));

        assertThat(plan.drafts())
                .extracting(Draft::state, Draft::reason, Draft::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NoticeState.SUPPRESSED, Reasons.NOT_A_MOBILE, null),
                        org.assertj.core.groups.Tuple.tuple(NoticeState.SUPPRESSED, Reasons.NOT_AN_ADDRESS, null));
    }

    @Test
    void anEventThatIsTooOldByTheWallClockIsHeldBack() {
        var fresh = plan(
                attributes(1, NOW.minus(Duration.ofHours(72))),
                Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)),
                BOTH);
        var stale = plan(
                attributes(1, NOW.minus(Duration.ofHours(72)).minusMillis(1)),
                Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)),
                BOTH);
        var ageless = plan(attributes(1, null), Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH);

        assertThat(fresh.drafts()).extracting(Draft::state).containsOnly(NoticeState.PLANNED);
        assertThat(stale.drafts()).extracting(Draft::reason).containsOnly(Reasons.STALE);
        assertThat(stale.drafts()).extracting(Draft::address).containsExactly("+84912345601", "a@example.vn");
        assertThat(ageless.drafts()).extracting(Draft::reason).containsOnly(Reasons.STALE);
    }

    @Test
    void aLongNameGivesWayToTheShortText() {
        var names = new Names(
                (code, day) -> CATALOGUE
                        .agencies()
                        .apply(code, day)
                        .map(agency -> new CatalogueEntry.Agency(
                                code,
                                1,
                                agency.names(),
                                new CatalogueEntry.Names("Bộ phận Một cửa ".repeat(12), null),
                                "H03",
                                List.of("H03", code),
                                2,
                                null,
                                null,
                                null,
                                "civil-servants",
                                LocalDate.EPOCH,
                                null,
                                true)),
                CATALOGUE.reasons());
        var plan = new BatchPlan(planner(), names, NOW, Map.of());
        plan.add(attributes(1, NOW), new Restricted(Facts.accepted(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH));

        assertThat(plan.drafts().get(0).letter().text())
                .isEqualTo("Hồ sơ " + CODE
                        + " đã được tiếp nhận lúc 09:00 08/06/2022. Hẹn trả kết quả: 09:00 15/06/2022.");
        assertThat(plan.drafts().get(1).letter().text()).contains("Bộ phận Một cửa Bộ phận Một cửa");
    }

    @Test
    void theLastContactCounts() {
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        plan.add(attributes(1, NOW), new Restricted(Facts.accepted(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH));
        plan.add(
                attributes(2, NOW),
                new Restricted(
                        Facts.changed(state(ReturnMethod.COUNTER, Origin.LIVE)),
                        Facts.recipient("0912345699", null, "en")));
        plan.add(attributes(3, NOW), new Restricted(Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)), null));

        assertThat(plan.drafts())
                .extracting(Draft::address)
                .containsExactly("+84912345601", "a@example.vn", "+84912345699");
        assertThat(plan.drafts().get(2).letter().language()).isEqualTo(Language.EN);
        assertThat(plan.changed()).extracting(Contact::phone).containsExactly("0912345699");
    }

    @Test
    void whoWasErasedGetsNothingAndLeavesNothing() {
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        plan.add(attributes(1, NOW), new Restricted(Facts.accepted(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH));
        plan.add(attributes(2, NOW), new Restricted(Facts.erased(state(ReturnMethod.COUNTER, Origin.LIVE)), null));
        plan.add(attributes(3, NOW), new Restricted(Facts.returned(state(ReturnMethod.COUNTER, Origin.LIVE)), null));

        assertThat(plan.drafts()).isEmpty();
        assertThat(plan.erased()).containsExactly(DOSSIER);
        assertThat(plan.contacts())
                .containsExactly(
                        new Contact(DOSSIER, CODE, Facts.JUSTICE, null, null, false, false, Language.VI, "2022", true));
        assertThat(plan.passedOver()).isEqualTo(Map.of(Reasons.ERASED, 1));
    }

    @Test
    void whatTheCatalogueDoesNotHoldYetIsWaitedFor() {
        for (var fact :
                List.<Function<DossierState, DossierEvent>>of(Facts::accepted, Facts::refused, Facts::completed)) {
            var plan = new BatchPlan(planner(), EMPTY_CATALOGUE, NOW, Map.of());
            assertThatThrownBy(() -> plan.add(
                            attributes(1, NOW),
                            new Restricted(fact.apply(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH)))
                    .isInstanceOf(NotYet.class)
                    .hasMessageMatching("AGENCY\\|H03.01|REASON\\|NOT_COMPETENT");
        }
    }

    @Test
    void aRecallHoldsBackWhatTellsOfAResultAndNothingElse() {
        var state = state(ReturnMethod.COUNTER, Origin.LIVE);
        var plan = told(state, Facts::accepted, Facts::completed, Facts::resultRecalled, Facts::completed);

        assertThat(plan.drafts())
                .extracting(draft -> draft.letter().wording() + " " + draft.state() + " " + draft.reason())
                .containsExactly(
                        "ACCEPTED PLANNED null",
                        "RESULT_EARLY SUPPRESSED SUPERSEDED",
                        "RESULT_RECALLED PLANNED null",
                        "RESULT_EARLY PLANNED null");
        assertThat(plan.recalled()).containsExactly(DOSSIER);
        assertThat(plan.closed()).isEmpty();
    }

    @Test
    void aClosedDossierHoldsBackEverythingButItsOwnMessage() {
        for (var closing : List.<Function<DossierState, DossierEvent>>of(Facts::voided, Facts::merged)) {
            var plan = told(state(ReturnMethod.COUNTER, Origin.LIVE), Facts::accepted, Facts::extended, closing);

            assertThat(plan.drafts())
                    .extracting(draft -> draft.state() + " " + draft.reason())
                    .containsExactly("SUPPRESSED SUPERSEDED", "SUPPRESSED SUPERSEDED", "PLANNED null");
            assertThat(plan.closed()).containsExactly(DOSSIER);
        }
    }

    @Test
    void whatIsOvertakenOfOneDossierTouchesNoOther() {
        var other = new UUID(0x0181420000007000L, 0x8000000000000002L);
        var state = state(ReturnMethod.COUNTER, Origin.LIVE);
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        plan.add(attributes(1, NOW), new Restricted(Facts.completed(state), BOTH));
        plan.add(
                Facts.attributes(Facts.DOSSIER_SOURCE, "any", other, 1, NOW),
                new Restricted(Facts.voided(state), BOTH));

        assertThat(plan.drafts()).extracting(Draft::state).containsOnly(NoticeState.PLANNED);
    }

    @Test
    void whatIsTooOldToGoOutByItselfCannotBeReleasedEitherOnceItIsOvertaken() {
        var long72 = NOW.minus(Duration.ofHours(73));
        var state = state(ReturnMethod.COUNTER, Origin.LIVE);
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        plan.add(attributes(1, long72), new Restricted(Facts.completed(state), Facts.recipient("0912345601", "none")));
        plan.add(attributes(2, NOW), new Restricted(Facts.resultRecalled(state), null));

        assertThat(plan.drafts())
                .extracting(Draft::reason)
                .containsExactly(Reasons.SUPERSEDED, Reasons.NOT_AN_ADDRESS, null, Reasons.NOT_AN_ADDRESS);
    }

    @Test
    void aCorrectedPersonTakesThePlaceOfTheOneBeforeAndOtherCorrectionsMoveNobody() {
        var state = state(ReturnMethod.COUNTER, Origin.LIVE);
        var owner = plan(Facts.ownerCorrected(state), Facts.recipient("0912345699", null));
        var authorised = plan(
                Facts.corrected(state, CorrectedField.AUTHORISED_PERSON, Facts.EARLIER),
                Facts.recipient("0912345699", null));
        var procedure = plan(
                Facts.corrected(state, CorrectedField.PROCEDURE, Facts.EARLIER), Facts.recipient("0912345699", null));

        assertThat(owner.changed()).extracting(Contact::phone).containsExactly("0912345699");
        assertThat(owner.drafts()).extracting(Draft::address).containsExactly("+84912345699");
        assertThat(authorised.changed()).extracting(Contact::phone).containsExactly("0912345699");
        assertThat(procedure.changed()).isEmpty();
    }

    @Test
    void anotherAgencySeesWhatWasWrittenBefore() {
        var plan = plan(Facts.transferred(state(ReturnMethod.COUNTER, Origin.LIVE)), BOTH);

        assertThat(plan.transferred()).isEqualTo(Map.of(DOSSIER, Facts.JUSTICE));
        assertThat(plan.drafts()).as("the same counter").isEmpty();
    }

    @SafeVarargs
    private static BatchPlan told(DossierState state, Function<DossierState, DossierEvent>... facts) {
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        for (int i = 0; i < facts.length; i++) {
            plan.add(
                    attributes(i + 1L, NOW),
                    new Restricted(facts[i].apply(state), Facts.recipient("0912345601", null)));
        }
        return plan;
    }

    private static Arguments same(String name, Function<DossierState, DossierEvent> fact, String wording) {
        return fact(name, fact, wording, wording, wording, wording);
    }

    private static Arguments fact(
            String name,
            Function<DossierState, DossierEvent> fact,
            String counter,
            String post,
            String electronic,
            String unknown) {
        return Arguments.of(name, fact, List.of(counter, post, electronic, unknown));
    }

    private static DossierState state(ReturnMethod way, Origin origin) {
        return Facts.state(CODE, Status.COMPLETED, way, origin);
    }

    private static EventAttributes attributes(long sequence, Instant recorded) {
        return Facts.attributes(Facts.DOSSIER_SOURCE, "any", DOSSIER, sequence, recorded);
    }

    private static BatchPlan plan(DossierEvent event, Recipient recipient) {
        return plan(attributes(1, NOW), event, recipient);
    }

    private static BatchPlan plan(EventAttributes attributes, DossierEvent event, Recipient recipient) {
        var plan = new BatchPlan(planner(), CATALOGUE, NOW, Map.of());
        plan.add(attributes, new Restricted(event, recipient));
        return plan;
    }

    private static Planner planner() {
        return new Planner(Phrasebook.current(), ObligationData.with(Set.of()), Duration.ofHours(72), 3);
    }
}
