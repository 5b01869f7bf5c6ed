package vn.motcua.postal.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.postal.PostalTest;
import vn.motcua.postal.Province;
import vn.motcua.postal.Road;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.ParcelRef;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalStatus;
import vn.motcua.postal.events.PostalTopics;

@QuarkusTest
class WholeRoadIT extends PostalTest {

    @Test
    void aResultGoesHomeAfterOneFailedDelivery() {
        var agency = Province.agency();
        var dossier = Road.ordered(agency, "2022-06-08T14:30");
        var number = Road.trackingNumber(dossier);
        assertThat(Road.parcel(dossier).getString("zone")).isEqualTo("INTRA_LOCAL");
        assertThat(Road.parcel(dossier).getString("promisedDate")).isEqualTo("2022-06-09");
        assertThat(Road.parcel(dossier).getString("receiver.address")).isEqualTo("Tổ 5, phường Đức Xuân, Bắc Kạn");

        Road.handedOver(agency, "2022-06-08");
        assertThat(Road.parcel(dossier).getString("handedOverAt")).isEqualTo("2022-06-08T08:30:00Z");

        Road.carrierSays(dossier, 6, "2022-06-08T16:00");
        Road.carrierSays(dossier, 10, "2022-06-08T18:00");
        Road.carrierSays(dossier, 12, "2022-06-10T08:00");
        Road.carrierSays(dossier, 15, "2022-06-10T09:00");
        assertThat(Road.parcel(dossier).getString("nextInvitation")).isEqualTo("2022-06-14");
        Road.carrierSays(dossier, 12, "2022-06-14T08:00");
        Road.carrierSays(dossier, 14, "2022-06-14T09:00");

        assertThat(Road.parcel(dossier).getString("status")).isEqualTo("DELIVERED");
        assertThat(Road.parcel(dossier).getList("track.status", String.class))
                .containsExactly(
                        "ACCEPTED",
                        "IN_TRANSIT",
                        "OUT_FOR_DELIVERY",
                        "DELIVERY_FAILED",
                        "OUT_FOR_DELIVERY",
                        "DELIVERED");

        var shared = Road.records(PostalTopics.TRACKING, dossier.id(), 5);
        var restricted = Road.records(PostalTopics.TRACKING_RESTRICTED, dossier.id(), 5);
        assertThat(HistoryVerifier.verify(shared.stream()
                        .map(record -> new HistoryVerifier.Received(Road.attributes(record), record.value()))
                        .toList()))
                .isEqualTo(HistoryVerifier.verify(List.of()));
        assertThat(shared.stream().map(WholeRoadIT::event))
                .extracting(
                        PostalEvent::type,
                        event -> event.postal().status(),
                        event -> event.postal().failedAttempts(),
                        event -> event.postal().promisedDate().toString())
                .containsExactly(
                        tuple("vn.motcua.postal.order-created.v1", PostalStatus.ORDERED, 0, "2022-06-09"),
                        tuple("vn.motcua.postal.handed-over.v1", PostalStatus.HANDED_OVER, 0, "2022-06-09"),
                        tuple("vn.motcua.postal.in-transit.v1", PostalStatus.IN_TRANSIT, 0, "2022-06-09"),
                        tuple("vn.motcua.postal.delivery-failed.v1", PostalStatus.DELIVERY_FAILED, 1, "2022-06-09"),
                        tuple("vn.motcua.postal.delivered.v1", PostalStatus.DELIVERED, 1, "2022-06-09"));
        assertThat(shared.stream().map(WholeRoadIT::event))
                .extracting(
                        event -> event.postal().parcel(),
                        event -> event.postal().agency())
                .containsOnly(tuple(
                        new ParcelRef(UUID.fromString(Road.parcel(dossier).getString("id")), 1),
                        new AgencyRef(agency, List.of("H03", agency))));
        assertThat(((DeliveryFailed) event(shared.get(3))).nextInvitation()).isEqualTo("2022-06-14");
        for (int i = 0; i < shared.size(); i++) {
            assertThat(Road.attributes(restricted.get(i)).dataschema()).isEqualTo(PostalTopics.RESTRICTED_SCHEMA);
            assertThat(Road.attributes(restricted.get(i)))
                    .usingRecursiveComparison()
                    .ignoringFields("dataschema")
                    .isEqualTo(Road.attributes(shared.get(i)));
            assertThat(restricted.get(i).value())
                    .isEqualTo(PostalFormat.restricted(shared.get(i).value(), number));
            assertThat(new String(shared.get(i).value(), StandardCharsets.UTF_8))
                    .doesNotContain(number, "Hoàng", "0912345678", "Đức Xuân");
        }
        assertThat(Road.attributes(shared.get(4)).time()).isEqualTo(Province.local("2022-06-14T09:00"));
    }

    private static PostalEvent event(ConsumerRecord<String, byte[]> record) {
        return PostalFormat.read(Road.attributes(record).type(), record.value());
    }
}
