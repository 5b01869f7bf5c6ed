package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierStatusTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, DRAFT, -",
                "1, CREATED, -",
                "2, PICKUP_ASSIGNED, -",
                "3, PICKUP_ASSIGNED, -",
                "4, PICKING_UP, -",
                "5, PICKUP_FAILED, -",
                "6, ACCEPTED, -",
                "7, ACCEPTED, -",
                "8, PICKUP_FAILED, -",
                "9, CANCELLED, CANCELLED",
                "10, IN_TRANSIT, IN_TRANSIT",
                "11, IN_TRANSIT, IN_TRANSIT",
                "12, OUT_FOR_DELIVERY, OUT_FOR_DELIVERY",
                "13, IN_TRANSIT, IN_TRANSIT",
                "14, DELIVERED, DELIVERED",
                "15, DELIVERY_FAILED, DELIVERY_FAILED",
                "16, RETURNING, RETURNING",
                "17, RETURNING, RETURNING",
                "18, RETURNING, RETURNING",
                "19, RETURNED_TO_AGENCY, RETURNED_TO_AGENCY",
                "20, PARTIAL, -",
                "21, COD_SETTLED, -",
                "22, CANCELLED, CANCELLED",
                "23, PARTIAL, -",
                "24, RETURNING, RETURNING",
                "28, FEE_SETTLED, -",
                "29, FEE_SETTLED, -"
            })
    void everyNumberOfTheCarriersListHasItsMeaning(int code, CarrierStatus status, ParcelStatus leadsTo) {
        assertThat(CarrierStatus.of(code)).isEqualTo(status);
        assertThat(status.leadsTo().orElse(null)).isEqualTo(leadsTo);
    }

    @Test
    void aNumberThatNobodyToldUsOfMovesNothing() {
        IntStream.of(Integer.MIN_VALUE, -1, 25, 26, 27, 30, 99, Integer.MAX_VALUE)
                .forEach(code -> assertThat(CarrierStatus.of(code)).isEqualTo(CarrierStatus.UNKNOWN));
        assertThat(CarrierStatus.UNKNOWN.leadsTo()).isEmpty();
    }
}
