package vn.motcua.postal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Province.Dossier;
import vn.motcua.postal.Road;
import vn.motcua.postal.events.PostalTopics;
import vn.motcua.postal.ordering.Cancellation;

/** Results that are taken back, given anew, or addressed to somebody else, before and after the parcel has left. */
@QuarkusTest
class TakingBackIT extends PostalTest {

    private static final String MORNING = "2022-06-08T10:00";

    private static final Recipient OTHER = new Recipient(
            "Nguyễn Văn Thật",
            "0912345699",
            null,
            true,
            false,
            "vi",
            new Address("Tổ 9", "phường Sông Cầu", "Bắc Kạn"));

    static Stream<Arguments> takingBack() {
        return Stream.of(
                Arguments.of(
                        "recalled", from(state -> new ResultRecalled(state, Road.LEADER, "RESULT_WRONG", null)), 1),
                Arguments.of("voided", from(state -> new Voided(state, Road.LEADER, "ACCEPTED_BY_ERROR")), 0),
                Arguments.of(
                        "merged",
                        from(state ->
                                new Merged(state, Road.LEADER, new Merged.Into(new UUID(1, 2), "H03.01-220608-0002"))),
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takingBack")
    void aParcelThatLiesAtTheAgencyDoesNotGo(
            String name, Function<DossierState, DossierEvent> fact, long recipientsLeft) {
        var dossier = Road.ordered(Province.agency(), MORNING);

        tell(dossier, 3, fact, Province.RECIPIENT);

        Road.awaitStatus(dossier, "CANCELLED");
        Road.awaitOrder(dossier, "CANCELLED");
        assertThat(Road.atCarrier(dossier.code())).allMatch(parcel -> parcel.cancelled());
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled");
        assertThat(recipients(dossier)).isEqualTo(recipientsLeft);

        tell(dossier, 3, fact, Province.RECIPIENT);
        Road.ordered(Province.agency(), MORNING);
        assertThat(Road.history(dossier.id())).as("told twice").containsExactly("order-created", "cancelled");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takingBack")
    void aParcelThatHasLeftGoesOnAndIsOnAClerksListUntilItsEnd(
            String name, Function<DossierState, DossierEvent> fact, long recipientsLeft) {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        Road.handedOver(agency, "2022-06-08");

        tell(dossier, 3, fact, Province.RECIPIENT);

        Road.awaitOrder(dossier, "FAILED");
        assertThat(Road.returns(dossier).getString("items[0].status")).isEqualTo("HANDED_OVER");
        assertThat(Road.returns(dossier).getString("items[0].orderReason")).isEqualTo(Cancellation.NOT_WANTED);
        assertThat(Road.returns(dossier).getList("items[0].nextSteps")).isEmpty();
        Road.as(Road.clerk(agency))
                .get("/v1/postal-returns?state=FAILED&agency=" + agency)
                .then()
                .statusCode(200)
                .body("items.dossier", hasItem(dossier.id().toString()));

        Road.carrierSays(dossier, 19, "2022-06-10T10:00");
        Road.awaitStatus(dossier, "RETURNED_TO_AGENCY");
        Road.awaitOrder(dossier, "ORDERED");
        assertThat(Road.returns(dossier).getString("items[0].orderReason")).isNull();
    }

    @Test
    void aResultThatIsRecalledAndGivenAnewGoesOutOnceUnderAnotherNumber() {
        var dossier = Road.ordered(Province.agency(), MORNING);
        recall(dossier, 3);
        Road.awaitStatus(dossier, "CANCELLED");

        completeAgain(dossier, 4);
        Road.awaitStatus(dossier, "ORDERED");
        recall(dossier, 3);
        completeAgain(dossier, 4);
        Road.ordered(Province.agency(), MORNING);

        assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED");
        assertThat(Road.atCarrier(dossier.code())).singleElement().matches(parcel -> parcel.cancelled());
        assertThat(Road.atCarrier(dossier.code() + "-R2"))
                .singleElement()
                .matches(parcel -> !parcel.cancelled() && parcel.repeats() == 0);
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled", "order-created");
    }

    @Test
    void recalledAndGivenAnewInOnePollTheNewOneGoes() {
        var dossier = Road.ordered(Province.agency(), MORNING);
        // The fact in between comes last: the others wait for it and are applied together.
        completeAgain(dossier, 5);
        recall(dossier, 4);
        tell(dossier, 3, state -> new RecipientChanged(state, Road.LEADER), Province.RECIPIENT);

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED"));
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled", "order-created");
    }

    @Test
    void aResultGivenAnewWaitsForTheParcelWithTheOldOneToEnd() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        Road.handedOver(agency, "2022-06-08");
        recall(dossier, 3);
        completeAgain(dossier, 4);
        Road.soon().until(() -> waiting(dossier) == 1);
        assertThat(statuses(dossier)).containsExactly("HANDED_OVER");

        Road.carrierSays(dossier, 19, "2022-06-10T10:00");

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "RETURNED_TO_AGENCY"));
        assertThat(waiting(dossier)).isZero();
        assertThat(Road.atCarrier(dossier.code() + "-R2")).hasSize(1);
    }

    /** Completed anew for the counter, then corrected to go by post after all. */
    @Test
    void aLaterResultWhoseWayHomeIsCorrectedWaitsForTheParcelWithTheOldOneToo() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        Road.handedOver(agency, "2022-06-08");
        recall(dossier, 3);
        Road.awaitOrder(dossier, "FAILED");
        var counter = dossier.by(ReturnMethod.COUNTER);
        tell(counter, 4, wayCorrected(), Province.RECIPIENT);
        tell(counter, 5, state -> new Completed(state, Road.LEADER, Outcome.GRANTED, 1), null);
        var later = dossier.state(Status.COMPLETED, Province.local("2022-06-09T10:00"));
        Province.publish(dossier, 6, wayCorrected().apply(later), Province.RECIPIENT);
        Road.soon().until(() -> waiting(dossier) == 1);

        Road.carrierSays(dossier, 19, "2022-06-10T10:00");

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "RETURNED_TO_AGENCY"));
    }

    @Test
    void aCorrectionAfterTheEndBringsNobodysAddressBack() {
        Road.at(MORNING);
        var dossier = Province.dossier(Province.agency(), ReturnMethod.POST, vn.motcua.dossier.events.Origin.LIVE);
        Road.accept(dossier);
        var over = dossier.state(Status.RETURNED, Province.local(MORNING));
        Province.publish(
                dossier,
                2,
                new vn.motcua.dossier.events.Returned(over, Road.LEADER, ReturnMethod.COUNTER, null),
                Province.RECIPIENT);
        awaitApplied(dossier, 2);
        assertThat(recipients(dossier)).isZero();

        Province.publish(dossier, 3, corrected(over, CorrectedField.AUTHORISED_PERSON), Province.RECIPIENT);

        awaitApplied(dossier, 3);
        assertThat(recipients(dossier)).isZero();
    }

    /** The first was given up on its way, which made room for the second, and comes back while that one is under way. */
    @Test
    void aParcelThatComesBackWhileAnotherIsUnderWayIsToldUnderItsOwnNumber() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        var first = Road.trackingNumber(dossier);
        Road.handedOver(agency, "2022-06-08");
        Road.carrierSays(first, 22, Province.local("2022-06-09T10:00"), 0);
        Road.awaitStatus(dossier, "CANCELLED");
        recall(dossier, 3);
        completeAgain(dossier, 4);
        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED"));
        var second = Road.trackingNumber(dossier);

        Road.carrierSays(first, 19, Province.local("2022-06-10T10:00"), 0);

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "RETURNED_TO_AGENCY"));
        assertThat(Road.history(dossier.id()))
                .containsExactly("order-created", "handed-over", "cancelled", "order-created", "returned-to-agency");
        assertThat(Road.restricted(dossier.id(), 5))
                .extracting(value -> value.event().postal().parcel().run(), value -> value.trackingNumber())
                .containsExactly(tuple(1, first), tuple(1, first), tuple(1, first), tuple(2, second), tuple(1, first));
        assertThat(HistoryVerifier.verify(Road.records(PostalTopics.TRACKING, dossier.id(), 5).stream()
                        .map(record -> new HistoryVerifier.Received(Road.attributes(record), record.value()))
                        .toList()))
                .as("one chain over both parcels")
                .isEqualTo(HistoryVerifier.verify(List.of()));
    }

    @Test
    void aResultThatWaitsAndIsRecalledItselfWaitsNoMore() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        Road.handedOver(agency, "2022-06-08");
        recall(dossier, 3);
        completeAgain(dossier, 4);
        Road.soon().until(() -> waiting(dossier) == 1);

        recall(dossier, 5);

        Road.soon().until(() -> waiting(dossier) == 0);
        Road.carrierSays(dossier, 19, "2022-06-10T10:00");
        Road.awaitStatus(dossier, "RETURNED_TO_AGENCY");
        Road.ordered(Province.agency(), MORNING);
        assertThat(statuses(dossier)).containsExactly("RETURNED_TO_AGENCY");
    }

    @Test
    void aCorrectedWayHomeTakesTheParcelBackAndMakesOneWhereItLeadsByPost() {
        var dossier = Road.ordered(Province.agency(), MORNING);
        tell(dossier.by(ReturnMethod.COUNTER), 3, wayCorrected(), Province.RECIPIENT);
        Road.awaitStatus(dossier, "CANCELLED");
        Road.soon().until(() -> recipients(dossier) == 0);

        tell(dossier, 4, wayCorrected(), OTHER);

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED"));
        assertThat(receiver(dossier.code() + "-R2")).isEqualTo(OTHER.name());
    }

    @Test
    void aDossierThatNeverWentByPostGetsAParcelOnceThatIsCorrected() {
        Road.at(MORNING);
        var counter = Province.dossier(Province.agency(), ReturnMethod.COUNTER, vn.motcua.dossier.events.Origin.LIVE);
        Road.accept(counter);
        Road.complete(counter, MORNING);

        tell(counter.by(ReturnMethod.POST), 3, wayCorrected(), Province.RECIPIENT);

        Road.awaitStatus(counter, "ORDERED");
        assertThat(statuses(counter)).containsExactly("ORDERED");
    }

    static Stream<Arguments> otherRecipients() {
        return Stream.of(
                Arguments.of("owner corrected", from(state -> corrected(state, CorrectedField.OWNER))),
                Arguments.of("recipient changed", from(state -> new RecipientChanged(state, Road.LEADER))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherRecipients")
    void anOrderThatTheCarrierHasForSomebodyElseIsTakenBackAndGivenAnew(
            String name, Function<DossierState, DossierEvent> fact) {
        var dossier = Road.ordered(Province.agency(), MORNING);

        tell(dossier, 3, fact, OTHER);
        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED"));
        tell(dossier, 3, fact, OTHER);
        tell(dossier, 4, fact, OTHER);
        awaitApplied(dossier, 4);

        assertThat(statuses(dossier)).as("nobody new").containsExactly("ORDERED", "CANCELLED");
        Road.soon().until(() -> Road.atCarrier(dossier.code()).get(0).cancelled());
        assertThat(receiver(dossier.code() + "-R2")).isEqualTo(OTHER.name());
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled", "order-created");
    }

    @Test
    void anOrderThatTheCarrierHasNotGoesToTheNewRecipientByItself() {
        Road.outside().fault(Provider.CARRIER, Fault.of(Fault.Mode.REFUSE));
        Road.at(MORNING);
        var dossier = Province.byPost(Province.agency());
        Road.accept(dossier);
        Road.complete(dossier, MORNING);
        Road.awaitOrder(dossier, "PLANNED");
        Road.change(
                "update carrier_order set due_at = clock_timestamp() + interval '1 hour' where order_number = ?",
                dossier.code());
        Road.soon()
                .until(() -> Road.number(
                                "select count(*) from carrier_order where order_number = ? and state = 'PLANNED'",
                                dossier.code())
                        == 1);

        tell(dossier, 3, state -> corrected(state, CorrectedField.OWNER), OTHER);
        awaitApplied(dossier, 3);
        Road.outside().fault(Provider.CARRIER, Fault.NONE);
        Road.change("update carrier_order set due_at = clock_timestamp() where order_number = ?", dossier.code());

        Road.awaitStatus(dossier, "ORDERED");
        assertThat(statuses(dossier)).containsExactly("ORDERED");
        assertThat(receiver(dossier.code())).isEqualTo(OTHER.name());
    }

    @Test
    void anOrderOnTheWireToSomebodyElseIsTakenBackWhenItHasArrived() {
        Road.outside().fault(Provider.CARRIER, Fault.delay(java.time.Duration.ofMillis(700)));
        Road.at(MORNING);
        var dossier = Province.byPost(Province.agency());
        Road.accept(dossier);
        Road.complete(dossier, MORNING);
        Road.awaitOrder(dossier, "SENDING");

        tell(dossier, 3, state -> corrected(state, CorrectedField.OWNER), OTHER);

        Road.soon().untilAsserted(() -> assertThat(statuses(dossier)).containsExactly("ORDERED", "CANCELLED"));
        Road.soon().until(() -> Road.atCarrier(dossier.code()).stream().allMatch(parcel -> parcel.cancelled()));
        assertThat(receiver(dossier.code() + "-R2")).isEqualTo(OTHER.name());
        assertThat(Road.history(dossier.id())).as("nobody heard of the first").containsExactly("order-created");
    }

    @Test
    void aParcelOnItsWayToSomebodyWhoIsNotTheOwnerIsAClerks() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, MORNING);
        Road.handedOver(agency, "2022-06-08");

        tell(dossier, 3, state -> corrected(state, CorrectedField.OWNER), OTHER);

        Road.awaitOrder(dossier, "FAILED");
        assertThat(Road.returns(dossier).getString("items[0].orderReason")).isEqualTo(Cancellation.OTHER_RECIPIENT);
        assertThat(statuses(dossier)).containsExactly("HANDED_OVER");
    }

    @Test
    void aParcelThatIsPlannedStaysWithTheAgencyThatPlannedIt() {
        var dossier = Road.ordered(Province.agency(), MORNING);

        tell(
                dossier,
                3,
                state -> new Transferred(state, Road.LEADER, AgencyRef.of("H03.99"), TransferCause.REORGANISATION),
                Province.RECIPIENT);
        awaitApplied(dossier, 3);

        assertThat(statuses(dossier)).containsExactly("ORDERED");
        assertThat(Road.history(dossier.id())).containsExactly("order-created");
    }

    private static Function<DossierState, DossierEvent> from(Function<DossierState, DossierEvent> fact) {
        return fact;
    }

    private static Function<DossierState, DossierEvent> wayCorrected() {
        return state -> corrected(state, CorrectedField.RETURN_METHOD);
    }

    private static Corrected corrected(DossierState state, CorrectedField field) {
        return new Corrected(
                state, Road.LEADER, List.of(field), "ENTRY_ERROR", null, null, null, null, null, null, null);
    }

    private static void recall(Dossier dossier, long sequence) {
        tell(
                dossier,
                sequence,
                state -> new ResultRecalled(state, Road.LEADER, "RESULT_WRONG", null),
                Province.RECIPIENT);
    }

    private static void completeAgain(Dossier dossier, long sequence) {
        tell(dossier, sequence, state -> new Completed(state, Road.LEADER, Outcome.GRANTED, 1), Province.RECIPIENT);
    }

    private static void tell(
            Dossier dossier, long sequence, Function<DossierState, DossierEvent> fact, Recipient recipient) {
        var state = dossier.state(Status.COMPLETED, Province.local(MORNING));
        Province.publish(dossier, sequence, fact.apply(state), recipient);
    }

    /** Newest first. */
    private static List<String> statuses(Dossier dossier) {
        return Road.returns(dossier).getList("items.status");
    }

    private static String receiver(String orderNumber) {
        return Road.atCarrier(orderNumber).get(0).order().at("/receiver/name").asText();
    }

    private static long recipients(Dossier dossier) {
        return Road.number("select count(*) from recipient where dossier_id = ?", dossier.id());
    }

    private static long waiting(Dossier dossier) {
        return Road.number("select count(*) from waiting_result where dossier_id = ?", dossier.id());
    }

    private static void awaitApplied(Dossier dossier, long sequence) {
        Road.soon()
                .until(() ->
                        Road.number("select coalesce(max(last_sequence), 0) from inbox where subject = ?", dossier.id())
                                >= sequence);
    }
}
