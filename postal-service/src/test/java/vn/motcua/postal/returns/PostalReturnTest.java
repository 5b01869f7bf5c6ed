package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.postal.returns.ParcelStatus.CANCELLED;
import static vn.motcua.postal.returns.ParcelStatus.DELIVERED;
import static vn.motcua.postal.returns.ParcelStatus.DELIVERY_FAILED;
import static vn.motcua.postal.returns.ParcelStatus.HANDED_OVER;
import static vn.motcua.postal.returns.ParcelStatus.IN_TRANSIT;
import static vn.motcua.postal.returns.ParcelStatus.ORDERED;
import static vn.motcua.postal.returns.ParcelStatus.OUT_FOR_DELIVERY;
import static vn.motcua.postal.returns.ParcelStatus.PLANNED;
import static vn.motcua.postal.returns.ParcelStatus.RETURNED_TO_AGENCY;
import static vn.motcua.postal.returns.ParcelStatus.RETURNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.postal.returns.Attempt.Bar;
import vn.motcua.postal.returns.Attempt.Barred;
import vn.motcua.postal.returns.Attempt.Done;

class PostalReturnTest {

    private static final Instant J = Instant.parse("2022-06-10T08:30:00Z");
    private static final Instant FIRST = Instant.parse("2022-06-13T01:00:00Z");
    private static final Instant LATER = Instant.parse("2022-06-14T01:00:00Z");

    static final PostalReturn PARCEL = PostalReturn.planned(
            new UUID(0x0181420000007000L, 0x8000000000000002L),
            new UUID(0x0181420000007000L, 0x8000000000000001L),
            "H03.01-220608-0001",
            "H03.01",
            Zone.INTRA_PROVINCE,
            LocalDate.of(2022, 6, 8),
            Calendars.OF_2022);

    static final PostalReturn HANDED = after(after(PARCEL.ordered()).handedOver(J, Calendars.OF_2022));

    @Test
    void beforeTheHandOverTheDateAssumesThatTheManifestsDayIsKept() {
        assertThat(PARCEL.promisedDate()).isEqualTo("2022-06-10");
        assertThat(after(PARCEL.ordered()).promisedDate()).isEqualTo("2022-06-10");
    }

    @Test
    void theSignatureFixesThePromisedDate() {
        assertThat(HANDED.handedOverAt()).isEqualTo(J);
        assertThat(HANDED.promisedDate()).isEqualTo("2022-06-14");
    }

    @Test
    void aFailedDeliveryInvitesAgainTwoWorkingDaysLaterAtTheEarliest() {
        var friday = Instant.parse("2022-06-10T09:00:00Z");
        var failed = report(HANDED, CarrierStatus.DELIVERY_FAILED, friday);
        assertThat(failed.failedAttempts()).isEqualTo(1);
        assertThat(failed.nextInvitation()).isEqualTo("2022-06-14");
        var again = report(failed, CarrierStatus.DELIVERY_FAILED, LATER);
        assertThat(again.failedAttempts()).isEqualTo(2);
        assertThat(again.nextInvitation()).isEqualTo("2022-06-16");
        assertThat(report(again, CarrierStatus.DELIVERED, LATER).nextInvitation())
                .isNull();
    }

    @Test
    void anInvitationInAYearWithoutATableIsLeftOpenAndTheReportCounts() {
        var failed = report(HANDED, CarrierStatus.DELIVERY_FAILED, Instant.parse("2022-12-30T09:00:00Z"));
        assertThat(failed.status()).isEqualTo(DELIVERY_FAILED);
        assertThat(failed.nextInvitation()).isNull();
    }

    @Test
    void aParcelThatGoesBackAfterOneInvitationIsToldApart() {
        assertThat(PostalReturn.invitedTooSeldom(RETURNING, 1)).isTrue();
        assertThat(PostalReturn.invitedTooSeldom(RETURNED_TO_AGENCY, 1)).isTrue();
        assertThat(PostalReturn.invitedTooSeldom(RETURNED_TO_AGENCY, 2)).isFalse();
        assertThat(PostalReturn.invitedTooSeldom(DELIVERY_FAILED, 1)).isFalse();
    }

    @Test
    void cancellingIsToldToOthersOnlyWhenTheyHeardOfTheParcel() {
        assertThat(PARCEL.cancelled()).isEqualTo(new Done(in(PARCEL, CANCELLED), Optional.empty()));
        assertThat(after(PARCEL.ordered()).cancelled())
                .isEqualTo(new Done(in(PARCEL, CANCELLED), Optional.of(Fact.CANCELLED)));
    }

    @ParameterizedTest
    @EnumSource
    void eachStepIsBarredFromEveryStatusWithoutItsArrow(ParcelStatus status) {
        var parcel = in(HANDED, status);
        assertThat(parcel.ordered() instanceof Done).isEqualTo(status == PLANNED);
        assertThat(parcel.handedOver(J, Calendars.OF_2022) instanceof Done).isEqualTo(status == ORDERED);
        assertThat(parcel.cancelled() instanceof Done).isEqualTo(status == PLANNED || status == ORDERED);
    }

    static Stream<Arguments> everyStatusAndEveryWord() {
        return Stream.of(ParcelStatus.values())
                .flatMap(status -> Stream.of(CarrierStatus.values()).map(word -> Arguments.of(status, word)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndEveryWord")
    void aReportMovesAParcelOnlyAlongAnArrow(ParcelStatus status, CarrierStatus word) {
        var parcel = in(status.beforeHandOver() ? PARCEL : HANDED, status);
        var attempt = parcel.reported(new CarrierReport(word, FIRST), Calendars.OF_2022);
        var target = word.leadsTo();
        var moves = target.isPresent()
                && !status.next().isEmpty()
                && (target.get() == status || status.next().contains(target.get()))
                && (!status.beforeHandOver() || target.get() == CANCELLED);
        assertThat(attempt instanceof Done).isEqualTo(moves);
        if (moves) {
            assertThat(after(attempt).status()).isEqualTo(target.get());
            assertThat(after(attempt).reportedAt()).isEqualTo(FIRST);
        } else if (target.isEmpty()) {
            assertThat(attempt).isEqualTo(new Barred(Bar.SIDE_STATE, status));
        } else if (status.beforeHandOver()) {
            assertThat(attempt).isEqualTo(new Barred(Bar.WAITS_FOR_HAND_OVER, status));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERY_FAILED", "RETURNING", "DELIVERED"})
    void anOlderReportNeverOverwrites(CarrierStatus word) {
        var out = report(HANDED, CarrierStatus.OUT_FOR_DELIVERY, LATER);
        assertThat(out.reported(new CarrierReport(word, FIRST), Calendars.OF_2022))
                .isEqualTo(new Barred(Bar.OLDER, OUT_FOR_DELIVERY));
    }

    @ParameterizedTest
    @EnumSource
    void deliveredIsFinal(CarrierStatus word) {
        var delivered = report(HANDED, CarrierStatus.DELIVERED, FIRST);
        assertThat(delivered.deliveredAt()).isEqualTo(FIRST);
        assertThat(delivered.reported(new CarrierReport(word, LATER), Calendars.OF_2022))
                .isInstanceOf(Barred.class);
    }

    @Test
    void aParcelCancelledBeforeItLeftDoesNotComeBack() {
        var cancelled = after(PARCEL.cancelled());
        assertThat(cancelled.reported(new CarrierReport(CarrierStatus.RETURNED_TO_AGENCY, FIRST), Calendars.OF_2022))
                .isEqualTo(new Barred(Bar.FINAL, CANCELLED));
        var givenUp = report(HANDED, CarrierStatus.CANCELLED, FIRST);
        assertThat(report(givenUp, CarrierStatus.RETURNED_TO_AGENCY, LATER).status())
                .isEqualTo(RETURNED_TO_AGENCY);
    }

    @Test
    void onlyWhatOthersNeedIsAFact() {
        assertThat(facts(
                        CarrierStatus.IN_TRANSIT,
                        CarrierStatus.IN_TRANSIT,
                        CarrierStatus.OUT_FOR_DELIVERY,
                        CarrierStatus.DELIVERY_FAILED,
                        CarrierStatus.OUT_FOR_DELIVERY,
                        CarrierStatus.DELIVERED,
                        CarrierStatus.COD_SETTLED))
                .containsExactly(Fact.IN_TRANSIT, Fact.DELIVERY_FAILED, Fact.DELIVERED);
        assertThat(facts(
                        CarrierStatus.DELIVERY_FAILED,
                        CarrierStatus.DELIVERY_FAILED,
                        CarrierStatus.RETURNING,
                        CarrierStatus.RETURNED_TO_AGENCY))
                .containsExactly(Fact.DELIVERY_FAILED, Fact.DELIVERY_FAILED, Fact.RETURNED_TO_AGENCY);
    }

    @Test
    void everyStatusIsEitherActiveOrHasAtMostTheWayBack() {
        for (var status : ParcelStatus.values()) {
            assertThat(status.active())
                    .isEqualTo(!Set.of(EnumSet.noneOf(ParcelStatus.class), Set.of(RETURNED_TO_AGENCY))
                            .contains(status.next()));
        }
        assertThat(Stream.of(ParcelStatus.values()).filter(ParcelStatus::beforeHandOver))
                .containsExactly(PLANNED, ORDERED);
        assertThat(HANDED_OVER.next()).contains(IN_TRANSIT, DELIVERED);
    }

    private static List<Fact> facts(CarrierStatus... words) {
        var facts = new ArrayList<Fact>();
        var parcel = HANDED;
        var at = FIRST;
        for (var word : words) {
            at = at.plusSeconds(60);
            var attempt = parcel.reported(new CarrierReport(word, at), Calendars.OF_2022);
            parcel = attempt.fold(Done::after, barred -> null) == null ? parcel : after(attempt);
            attempt.fold(Done::fact, barred -> Optional.<Fact>empty()).ifPresent(facts::add);
        }
        return facts;
    }

    static PostalReturn after(Attempt attempt) {
        return attempt.fold(Done::after, barred -> {
            throw new AssertionError(barred);
        });
    }

    private static PostalReturn report(PostalReturn parcel, CarrierStatus word, Instant at) {
        return after(parcel.reported(new CarrierReport(word, at), Calendars.OF_2022));
    }

    private static PostalReturn in(PostalReturn parcel, ParcelStatus status) {
        return new PostalReturn(
                parcel.id(),
                parcel.dossierId(),
                parcel.dossierCode(),
                parcel.agency(),
                parcel.zone(),
                status,
                parcel.promisedDate(),
                parcel.failedAttempts(),
                parcel.reportedAt(),
                parcel.handedOverAt(),
                parcel.deliveredAt(),
                parcel.nextInvitation());
    }
}
