package vn.motcua.postal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Province.Dossier;
import vn.motcua.postal.Road;
import vn.motcua.postal.tracking.Agencies;

@QuarkusTest
class PlanningIT extends PostalTest {

    @Inject
    Agencies agencies;

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"IMPORTED", "MIRRORED", "CORRECTED"})
    void whatIsNotLiveMakesNoParcelAndKeepsNoRecipient(Origin origin) {
        leavesNothing(Province.dossier(Province.agency(), ReturnMethod.POST, origin));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnMethod.class,
            names = {"COUNTER", "ELECTRONIC"})
    void aResultThatDoesNotGoByPostMakesNoParcelAndKeepsNoRecipient(ReturnMethod method) {
        leavesNothing(Province.dossier(Province.agency(), method, Origin.LIVE));
    }

    private static void leavesNothing(Dossier dossier) {
        Road.at("2022-06-08T10:00");
        Road.accept(dossier);
        Road.complete(dossier, "2022-06-08T10:00");
        awaitApplied(dossier, 2);
        assertThat(Road.returns(dossier).getList("items")).isEmpty();
        assertThat(recipients(dossier)).isZero();
        assertThat(Road.atCarrier(dossier.code())).isEmpty();
    }

    @Test
    void repeatedAndReorderedEventsMakeOneParcel() {
        Road.at("2022-06-08T10:00");
        var dossier = Province.byPost(Province.agency());
        Road.complete(dossier, "2022-06-08T10:00");
        Road.complete(dossier, "2022-06-08T10:00");
        Road.accept(dossier);
        Road.accept(dossier);
        Road.complete(dossier, "2022-06-08T10:00");
        Road.awaitStatus(dossier, "ORDERED");
        var last = Province.byPost(dossier.agency());
        Road.accept(last);
        awaitApplied(last, 1);
        assertThat(Road.returns(dossier).getList("items")).hasSize(1);
        assertThat(Road.atCarrier(dossier.code())).hasSize(1);
        assertThat(Road.history(dossier.id())).containsExactly("order-created");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-08T14:59, 20220608, 2022-06-09",
        "2022-06-08T15:00, 20220609, 2022-06-10",
        "2022-06-10T15:00, 20220613, 2022-06-14",
        "2022-08-31T15:30, 20220905, 2022-09-06"
    })
    void theManifestIsThatOfTheDayUntilTheCutOffThenOfTheNextWorkingDay(String now, String day, String promised) {
        var dossier = Road.ordered(Province.agency(), now);
        assertThat(Road.returns(dossier).getString("items[0].manifest")).isEqualTo(dossier.agency() + "-" + day + "-1");
        assertThat(Road.returns(dossier).getString("items[0].promisedDate")).isEqualTo(promised);
    }

    @Test
    void anAgencyThatIsClosedForAnAfternoonOrADayHandsOverAndPromisesAccordingly() {
        var agency = Province.agency();
        var wednesday = LocalDate.of(2022, 6, 8);
        Province.publishDeparture(agency, wednesday, List.of(List.of("07:00", "11:30")));
        Province.publishDeparture(agency, wednesday.plusDays(2), null);
        Road.soon()
                .until(() -> agencies.find(agency).isPresent()
                        && agencies.calendarOf(agency).hasOwnHours(wednesday)
                        && !agencies.calendarOf(agency).isWorkingDay(wednesday.plusDays(2)));

        var inTime = Road.ordered(agency, "2022-06-08T11:29");
        assertThat(Road.returns(inTime).getString("items[0].manifest")).isEqualTo(agency + "-20220608-1");
        assertThat(Road.returns(inTime).getString("items[0].promisedDate")).isEqualTo("2022-06-09");
        var tooLate = Road.ordered(agency, "2022-06-08T11:30");
        assertThat(Road.returns(tooLate).getString("items[0].manifest")).isEqualTo(agency + "-20220609-1");
        assertThat(Road.returns(tooLate).getString("items[0].promisedDate"))
                .as("Friday is a day off there")
                .isEqualTo("2022-06-13");
    }

    /** The result goes back to where the dossier was taken in, and from there to the applicant. */
    @Test
    void theOneStopShopThatTookItInSendsTheParcel() {
        Road.at("2022-06-08T10:00");
        var sender = Province.agency();
        var dossier = Province.byPost(Province.agency()).takenInAt(sender);
        Road.accept(dossier);
        Road.complete(dossier, "2022-06-08T10:00");
        var manifest = sender + "-20220608-1";
        Road.soon()
                .untilAsserted(() -> Road.as(Road.clerk(sender))
                        .get("/v1/manifests/" + manifest)
                        .then()
                        .statusCode(200));

        assertThat(Road.number(
                        "select count(*) from postal_return r where dossier_id = ? and agency_path = array['H03', r.agency]",
                        dossier.id()))
                .isEqualTo(1);
        assertThat(Road.manifest(sender, manifest).getList("lines")).hasSize(1);
        Road.as(Road.clerk(dossier.agency()))
                .get("/v1/manifests/" + manifest)
                .then()
                .statusCode(403);
    }

    @Test
    void aCompletionHeardOfLateGoesOnTheManifestThatIsOpenThen() {
        Road.at("2022-06-14T09:00");
        var dossier = Province.byPost(Province.agency());
        Road.accept(dossier);
        Road.complete(dossier, "2022-06-08T10:00");
        Road.awaitStatus(dossier, "ORDERED");
        assertThat(Road.returns(dossier).getString("items[0].manifest")).isEqualTo(dossier.agency() + "-20220614-1");
    }

    @Test
    void aCompletionWaitsForItsAgencyInTheCatalogue() {
        Road.at("2022-06-08T10:00");
        var agency = Province.newAgencyCode();
        var waiting = Province.byPost(agency);
        Road.accept(waiting);
        Road.complete(waiting, "2022-06-08T10:00");
        Road.soon().until(() -> blocked(waiting) == 1);
        Road.ordered(Province.agency(), "2022-06-08T10:00");
        assertThat(Road.returns(waiting).getList("items")).isEmpty();
        Province.publishAgency(agency, "civil-servants");
        Road.awaitStatus(waiting, "ORDERED");
    }

    @Test
    void aCompletionWaitsForTheCalendarOfTheNextYearAndOthersFlow() {
        Province.publishCalendarOnly("only-2022", "2022");
        var agency = Province.newAgencyCode();
        Province.publishAgency(agency, "only-2022");
        Road.at("2022-12-30T15:30");
        var waiting = Province.byPost(agency);
        Road.accept(waiting);
        Road.complete(waiting, "2022-12-30T15:30");
        Road.soon().until(() -> blocked(waiting) == 1);
        Road.ordered(Province.agency(), "2022-12-30T15:30");
        assertThat(Road.returns(waiting).getList("items")).isEmpty();
    }

    @Test
    void aWithdrawalBeforeTheHandOverTakesTheParcelOffTheListAndTheOrderBack() {
        var dossier = Road.ordered(Province.agency(), "2022-06-08T10:00");
        var manifest = Road.returns(dossier).getString("items[0].manifest");
        var before = Road.manifest(dossier.agency(), manifest);
        assertThat(before.getLong("lineCount")).isEqualTo(1);
        Province.publish(
                dossier, 3, new Withdrawn(dossier.state(Status.WITHDRAWN, null), Road.CITIZEN), Province.RECIPIENT);
        Road.awaitStatus(dossier, "CANCELLED");
        Road.soon().until(() -> Road.atCarrier(dossier.code()).get(0).cancelled());
        Road.awaitOrder(dossier, "CANCELLED");
        var after = Road.manifest(dossier.agency(), manifest);
        assertThat(after.getLong("lineCount")).isZero();
        assertThat(after.getLong("version")).isGreaterThan(before.getLong("version"));
        assertThat(Road.history(dossier.id())).containsExactly("order-created", "cancelled");
        assertThat(recipients(dossier)).isZero();
    }

    @Test
    void aResultFetchedAtTheCounterNeedsNoParcelAnyMore() {
        var dossier = Road.ordered(Province.agency(), "2022-06-08T10:00");
        returned(dossier, ReturnMethod.COUNTER);
        Road.awaitStatus(dossier, "CANCELLED");
    }

    @Test
    void whatWasHandedOverGoesOnAndWhatCameByPostIsNotCancelled() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T10:00");
        Road.handedOver(agency, "2022-06-08");
        returned(dossier, ReturnMethod.POST);
        awaitApplied(dossier, 3);
        assertThat(Road.returns(dossier).getString("items[0].status")).isEqualTo("HANDED_OVER");
        assertThat(recipients(dossier)).isEqualTo(1);
    }

    @Test
    void anErasedPersonIsGoneFromEveryViewAndTheParcelStays() {
        var dossier = Road.ordered(Province.agency(), "2022-06-08T10:00");
        Province.publish(dossier, 3, new RecipientErased(dossier.state(Status.COMPLETED, null), Road.LEADER), null);
        Road.soon().until(() -> recipients(dossier) == 0);
        assertThat(Road.parcel(dossier).getMap("receiver")).isNull();
        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("ORDERED");
    }

    @Test
    void aPoisonEventIsParkedForAnOperatorAndTheRestFlows() {
        var poisoned = Province.byPost(Province.agency());
        Road.accept(poisoned);
        Province.publish(poisoned, 2, Completed.TYPE, "{\"event\":{\"dossier\":7}}".getBytes(StandardCharsets.UTF_8));
        Road.ordered(poisoned.agency(), "2022-06-08T10:00");
        Road.soon()
                .untilAsserted(() -> Road.as(TokenRequest.of("operator", "H03", 1))
                        .get("/v1/parked-events")
                        .then()
                        .statusCode(200)
                        .body("items.subject", hasItem(poisoned.id().toString())));
        assertThat(Road.returns(poisoned).getList("items")).isEmpty();
    }

    private static void returned(Dossier dossier, ReturnMethod via) {
        Province.publish(
                dossier,
                3,
                new Returned(
                        dossier.state(Status.RETURNED, Province.local("2022-06-08T10:00")), Road.LEADER, via, null),
                Province.RECIPIENT);
    }

    private static long recipients(Dossier dossier) {
        return Road.number("select count(*) from recipient where dossier_id = ?", dossier.id());
    }

    private static long blocked(Dossier dossier) {
        return Road.number("select count(*) from inbox where subject = ? and block = 'NOT_YET'", dossier.id());
    }

    private static void awaitApplied(Dossier dossier, long sequence) {
        Road.soon()
                .until(() ->
                        Road.number("select coalesce(max(last_sequence), 0) from inbox where subject = ?", dossier.id())
                                >= sequence);
    }
}
