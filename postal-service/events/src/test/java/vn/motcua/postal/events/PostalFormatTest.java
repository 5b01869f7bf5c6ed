package vn.motcua.postal.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.UnreadableEvent;

class PostalFormatTest {

    private static final PostalEvent DELIVERED = Examples.facts().get(4);

    @Test
    void theRestrictedValueHoldsTheVeryBytesOfTheSharedOne() {
        var data = PostalFormat.canonical(DELIVERED);
        var value = PostalFormat.restricted(data, "RR473124829VN");
        assertThat(new String(value, UTF_8))
                .isEqualTo("{\"event\":" + new String(data, UTF_8) + ",\"trackingNumber\":\"RR473124829VN\"}");
        assertThat(PostalFormat.readRestricted(Delivered.TYPE, value))
                .isEqualTo(new RestrictedPostal(DELIVERED, "RR473124829VN"));
    }

    @Test
    void aRestrictedValueWithoutATrackingNumberReadsAsNone() {
        var value = PostalFormat.restricted(PostalFormat.canonical(DELIVERED), null);
        assertThat(new String(value, UTF_8)).doesNotContain("trackingNumber");
        assertThat(PostalFormat.readRestricted(Delivered.TYPE, value).trackingNumber())
                .isNull();
    }

    @Test
    void aFailedDeliveryMayNameNoNextInvitation() {
        var failed = new DeliveryFailed(Examples.facts().get(3).postal(), null);
        var data = PostalFormat.canonical(failed);
        assertThat(new String(data, UTF_8)).doesNotContain("nextInvitation");
        assertThat(PostalFormat.read(DeliveryFailed.TYPE, data)).isEqualTo(failed);
    }

    @Test
    void anUnknownTypeIsUnrecognisedWithItsParcel() {
        var event = PostalFormat.read("vn.motcua.postal.weighed.v1", PostalFormat.canonical(DELIVERED));
        assertThat(event).isInstanceOf(Unrecognised.class);
        assertThat(event.type()).isEqualTo("vn.motcua.postal.weighed.v1");
        assertThat(event.postal()).isEqualTo(DELIVERED.postal());
    }

    @Test
    void unknownFieldsAndWordsPass() {
        var json = new String(PostalFormat.canonical(DELIVERED), UTF_8)
                .replace("\"DELIVERED\"", "\"LAID_AT_THE_DOOR\"")
                .replace("\"LIVE\"", "\"DREAMT\"")
                .replace("{\"postal\":{", "{\"weather\":\"fair\",\"postal\":{\"weightGrams\":7,");
        var postal = PostalFormat.read(Delivered.TYPE, json.getBytes(UTF_8)).postal();
        assertThat(postal.status()).isEqualTo(PostalStatus.UNKNOWN);
        assertThat(postal.origin()).isEqualTo(Origin.UNKNOWN);
        assertThat(postal.live()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"postal\":null}",
                "{\"postal\":7}",
                "{\"postal\":{\"status\":\"DELIVERED\"}}",
                "{\"postal\":{\"parcel\":{\"run\":1}}}"
            })
    void whatIsNoPostalFactIsUnreadable(String data) {
        assertThatThrownBy(() -> PostalFormat.read(Delivered.TYPE, data.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "null", "{}", "{\"event\":[]}", "{\"event\":{},\"trackingNumber\":\"a\"}"})
    void whatIsNoRestrictedFactIsUnreadable(String value) {
        assertThatThrownBy(() -> PostalFormat.readRestricted(Delivered.TYPE, value.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void everyFactFoldsToItsOwnCase() {
        var names = new PostalEvent.Cases<String>() {
            @Override
            public String orderCreated(OrderCreated fact) {
                return OrderCreated.TYPE;
            }

            @Override
            public String handedOver(HandedOver fact) {
                return HandedOver.TYPE;
            }

            @Override
            public String inTransit(InTransit fact) {
                return InTransit.TYPE;
            }

            @Override
            public String deliveryFailed(DeliveryFailed fact) {
                return DeliveryFailed.TYPE;
            }

            @Override
            public String delivered(Delivered fact) {
                return Delivered.TYPE;
            }

            @Override
            public String returnedToAgency(ReturnedToAgency fact) {
                return ReturnedToAgency.TYPE;
            }

            @Override
            public String cancelled(Cancelled fact) {
                return Cancelled.TYPE;
            }

            @Override
            public String unrecognised(Unrecognised fact) {
                return "other";
            }
        };
        assertThat(Examples.facts())
                .allSatisfy(fact -> assertThat(fact.fold(names)).isEqualTo(fact.type()));
        assertThat(new Unrecognised("x", null, null).fold(names)).isEqualTo("other");
    }
}
