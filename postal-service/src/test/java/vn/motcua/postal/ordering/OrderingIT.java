package vn.motcua.postal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Province.Dossier;
import vn.motcua.postal.Road;
import vn.motcua.postal.tracking.Agencies;
import vn.motcua.postal.tracking.CarrierConfig;
import vn.motcua.postal.tracking.ParcelStore;
import vn.motcua.postal.tracking.PostalConfig;
import vn.motcua.postal.tracking.Transactions;

@QuarkusTest
class OrderingIT extends PostalTest {

    private static final Recipient WITHOUT_PHONE = new Recipient(
            "Hoàng Thị Mẫu", "12", null, true, false, "vi", new Address("Tổ 5", "phường Đức Xuân", "Bắc Kạn"));

    @Inject
    OrderStore ledger;

    @Inject
    CarrierGateway carrier;

    @Inject
    ParcelStore parcels;

    @Inject
    Transactions transactions;

    @Inject
    Agencies agencies;

    @Inject
    CarrierConfig account;

    @Inject
    PostalConfig config;

    @Inject
    Clock businessClock;

    @Inject
    MeterRegistry metrics;

    @Inject
    OrderSender sender;

    @Test
    void anOrderThatTimedOutAfterItWasTakenIsInDoubtAndResolvedByAsking() {
        fault(Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var dossier = completed(Province.agency());
        Road.awaitOrder(dossier, "IN_DOUBT");
        assertThat(Road.returns(dossier).getString("items[0].orderReason")).isEqualTo("no answer in time");
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void anOrderThatWasLostIsInDoubtAndSentAgainOnlyAfterTheCarrierSaysThatItHasNone() {
        fault(Fault.of(Fault.Mode.LOSE).forNext(1));
        var dossier = completed(Province.agency());
        Road.awaitOrder(dossier, "IN_DOUBT");
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void aCarrierOutOfOrderIsTriedAgainUntilItIsBack() {
        fault(Fault.of(Fault.Mode.REFUSE));
        var dossier = completed(Province.agency());
        Road.soon().until(() -> attempts(dossier) >= 2);
        assertThat(Road.returns(dossier).getString("items[0].orderReason")).startsWith("HTTP 503");
        fault(Fault.NONE);
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void aCrashBetweenSendingAndTheAnswerIsAskedForAndNotSentAgain() {
        fault(Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var dossier = completed(Province.agency());
        Road.awaitOrder(dossier, "IN_DOUBT");
        leftOnTheWire(dossier);
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void aCrashBeforeTheOrderArrivedIsAskedForAndThenSentOnce() {
        fault(Fault.of(Fault.Mode.REFUSE));
        var dossier = completed(Province.agency());
        Road.soon().until(() -> attempts(dossier) >= 1);
        leftOnTheWire(dossier);
        fault(Fault.NONE);
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void severalSendersShareTheWorkAndSendEachOrderOnce() {
        fault(Fault.of(Fault.Mode.REFUSE));
        var agency = Province.agency();
        var dossiers = IntStream.range(0, 30).mapToObj(i -> completed(agency)).toList();
        dossiers.forEach(dossier -> Road.awaitOrder(dossier, "PLANNED"));
        fault(Fault.NONE);
        Road.change("update carrier_order set due_at = clock_timestamp() where state = 'PLANNED'");
        for (int i = 0; i < 8; i++) {
            anotherInstance().wake();
        }
        dossiers.forEach(dossier -> Road.awaitStatus(dossier, "ORDERED"));
        var codes = dossiers.stream().map(Dossier::code).toList();
        var parcels = Road.outside().parcels().parcels().stream()
                .filter(parcel -> codes.contains(parcel.orderNumber()))
                .toList();
        assertThat(parcels)
                .hasSize(30)
                .allSatisfy(parcel -> assertThat(parcel.repeats()).isZero());
    }

    @Test
    void anInstanceHasNoMoreOrdersUnderWayThanItsLimitHoweverManyPollsWakeIt() {
        fault(Fault.of(Fault.Mode.REFUSE));
        var agency = Province.agency();
        var dossiers = IntStream.range(0, 3 * config.ordersAtOnce())
                .mapToObj(i -> completed(agency))
                .toList();
        dossiers.forEach(dossier -> Road.awaitOrder(dossier, "PLANNED"));
        fault(Fault.delay(Duration.ofMillis(300)));
        Road.change("update carrier_order set due_at = clock_timestamp() where state = 'PLANNED'");
        var mostSeen = new AtomicLong();
        Road.soon().pollInterval(Duration.ofMillis(20)).until(() -> {
            sender.wake();
            var onTheWire = Road.number(
                    "select count(*) from carrier_order where state = 'SENDING' and order_number like ?",
                    agency + "-%");
            mostSeen.accumulateAndGet(onTheWire, Math::max);
            return Road.number(
                            "select count(*) from carrier_order where state = 'ORDERED' and order_number like ?",
                            agency + "-%")
                    == dossiers.size();
        });
        assertThat(mostSeen).hasValueBetween(config.ordersAtOnce() / 2L, config.ordersAtOnce());
    }

    @Test
    void anOrderThatIsLostAgainAndAgainIsSentEverMoreRarelyAndGivenUpInTheEnd() {
        fault(Fault.of(Fault.Mode.LOSE));
        var dossier = completed(Province.agency());
        Road.soon()
                .until(() -> Road.number(
                                "select count(*) from carrier_order where order_number = ? and state = 'PLANNED' and attempts >= 2"
                                        + " and due_at > clock_timestamp() and reason like 'lost%'",
                                dossier.code())
                        == 1);
        Road.change(
                "update carrier_order set planned_at = planned_at - interval '73 hours' where order_number = ?",
                dossier.code());
        Road.awaitOrder(dossier, "FAILED");
        assertThat(Road.returns(dossier).getString("items[0].orderReason"))
                .isEqualTo("given up: lost on the way, says the carrier");
        assertThat(Road.atCarrier(dossier.code())).isEmpty();
        fault(Fault.NONE);
        var id = Road.returns(dossier).getString("items[0].id");
        retry(dossier, id, "\"0\"", Road.key(), "{}").then().statusCode(200);
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
    }

    @Test
    void aWithdrawalWhileTheOrderIsInDoubtTakesItBackWhenItIsFound() {
        fault(Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var dossier = completed(Province.agency());
        Road.awaitOrder(dossier, "IN_DOUBT");
        Province.publish(dossier, 3, new Withdrawn(dossier.state(Status.WITHDRAWN, null), Road.CITIZEN), null);
        Road.awaitStatus(dossier, "CANCELLED");
        Road.awaitOrder(dossier, "CANCELLED");
        assertThat(Road.atCarrier(dossier.code()))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.cancelled()).isTrue());
        assertThat(Road.history(dossier.id())).as("nobody heard of the parcel").isEmpty();
    }

    @Test
    void aWithdrawalEndsWhatTheCarrierHasNotTakenAndIsOnNobodysList() {
        fault(Fault.of(Fault.Mode.REFUSE));
        var refused = completed(Province.agency());
        Road.soon().until(() -> attempts(refused) >= 1);
        Province.publish(refused, 3, new Withdrawn(refused.state(Status.WITHDRAWN, null), Road.CITIZEN), null);
        Road.awaitOrder(refused, "CANCELLED");
        fault(Fault.delay(Duration.ofMillis(700)));
        var onTheWire = completed(Province.agency(), WITHOUT_PHONE);
        Road.awaitOrder(onTheWire, "SENDING");
        Province.publish(onTheWire, 3, new Withdrawn(onTheWire.state(Status.WITHDRAWN, null), Road.CITIZEN), null);
        Road.awaitOrder(onTheWire, "CANCELLED");
        assertThat(Road.atCarrier(refused.code())).isEmpty();
        assertThat(Road.history(refused.id())).isEmpty();
    }

    @Test
    void anOrderThatTheCarrierWillNotTakeIsAClerksAndGoesOutOnceItIsMended() {
        var dossier = failed();
        var clerk = Road.clerk(dossier.agency());
        var id = Road.returns(dossier).getString("items[0].id");
        Road.as(clerk)
                .get("/v1/postal-returns?state=FAILED&agency=" + dossier.agency())
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items[0].orderReason", equalTo("HTTP 400: receiver.phone is malformed"))
                .body("items[0].nextSteps[0].step", equalTo("retry"));
        Province.publish(
                dossier,
                3,
                new RecipientChanged(dossier.state(Status.COMPLETED, Province.local("2022-06-08T10:00")), Road.LEADER),
                Province.RECIPIENT);
        Road.soon()
                .until(() -> Road.number(
                                "select count(*) from recipient where dossier_id = ? and phone = ?",
                                dossier.id(),
                                Province.RECIPIENT.phone())
                        == 1);
        var key = Road.key();
        retry(dossier, id, "\"0\"", key, "{}").then().statusCode(200).header("ETag", "\"1\"");
        Road.awaitStatus(dossier, "ORDERED");
        assertOnce(dossier);
        retry(dossier, id, "\"0\"", key, "{}").then().statusCode(200).body("orderState", equalTo("ORDERED"));
        retry(dossier, id, "\"0\"", Road.key(), "{}").then().statusCode(412).body("etag", equalTo(1));
        retry(dossier, id, "\"1\"", Road.key(), "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:motcua:problem:barred"))
                .body("reason", equalTo("ORDERED"));
    }

    @Test
    void aRetryIsRefusedWithoutItsConditionsAndChangesNothing() {
        var dossier = failed();
        var id = Road.returns(dossier).getString("items[0].id");
        retry(dossier, id, "\"0\"", Road.key(), "{\"why\":1}")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:motcua:problem:unknown-field"));
        retry(dossier, id, "\"0\"", Road.key(), "{").then().statusCode(400);
        Road.as(Road.clerk(dossier.agency()))
                .contentType("application/json")
                .body("{}")
                .post("/v1/postal-returns/" + id + "/retry")
                .then()
                .statusCode(not(equalTo(200)));
        Road.step(Road.clerk("H03.B1"), "", "\"0\"", Road.key())
                .body("{}")
                .post("/v1/postal-returns/" + id + "/retry")
                .then()
                .statusCode(403);
        Road.step(Road.clerk("H03"), "", "\"0\"", Road.key())
                .body("{}")
                .post("/v1/postal-returns/" + UUID.randomUUID() + "/retry")
                .then()
                .statusCode(404);
        assertThat(Road.returns(dossier).getString("items[0].orderState")).isEqualTo("FAILED");
        assertThat(Road.returns(dossier).getInt("items[0].retries")).isZero();
    }

    /** Another instance's sender: on the same database, with room of its own. */
    private OrderSender anotherInstance() {
        return new OrderSender(
                ledger, carrier, parcels, transactions, agencies, account, config, businessClock, metrics);
    }

    private static io.restassured.response.Response retry(
            Dossier dossier, String id, String etag, String key, String body) {
        return Road.step(Road.clerk(dossier.agency()), "", etag, key)
                .body(body)
                .post("/v1/postal-returns/" + id + "/retry");
    }

    private static Dossier failed() {
        var dossier = completed(Province.agency(), WITHOUT_PHONE);
        Road.awaitOrder(dossier, "FAILED");
        return dossier;
    }

    private static Dossier completed(String agency) {
        return completed(agency, Province.RECIPIENT);
    }

    private static Dossier completed(String agency, Recipient recipient) {
        Road.at("2022-06-08T10:00");
        var dossier = Province.byPost(agency);
        var at = Province.local("2022-06-08T10:00");
        Road.accept(dossier);
        Province.publish(
                dossier,
                2,
                new Completed(dossier.state(Status.COMPLETED, at), Road.LEADER, Outcome.GRANTED, 1),
                recipient);
        return dossier;
    }

    /** As a process leaves it that is killed while the carrier answers. */
    private static void leftOnTheWire(Dossier dossier) {
        Road.change(
                "update carrier_order set state = 'SENDING', lease = ?, due_at = clock_timestamp() where order_number = ?",
                UUID.randomUUID(),
                dossier.code());
    }

    private static void assertOnce(Dossier dossier) {
        var parcels = Road.atCarrier(dossier.code());
        assertThat(parcels).hasSize(1);
        assertThat(parcels.get(0).repeats()).isZero();
        assertThat(parcels.get(0).itemCode()).isEqualTo(Road.trackingNumber(dossier));
        assertThat(Road.history(dossier.id())).isEqualTo(List.of("order-created"));
    }

    private static long attempts(Dossier dossier) {
        return Road.number(
                "select coalesce(max(attempts), 0) from carrier_order where order_number = ?", dossier.code());
    }

    private static void fault(Fault fault) {
        Road.outside().fault(Provider.CARRIER, fault);
    }
}
