package vn.motcua.local.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.outside.TestWorld;

class CarrierIT {

    private static final String PATH = "/carrier/v1/orders";
    private static final String[] TOKEN = {"token", "carrier-token"};

    @TempDir
    private Path directory;

    private TestWorld world;

    @BeforeEach
    void open() {
        world = TestWorld.in(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    static ObjectNode order(String number) {
        return TestWorld.json("""
            {'orderNumber':'%s','customerCode':'HCC-H03','service':'EMS',
             'sender':{'name':'Sở Tư pháp','address':'Phường Phùng Chí Kiên','phone':'02093870123'},
             'receiver':{'name':'Nguyễn Văn An','address':'Xã Cường Lợi','phone':'+84912345678'},
             'contents':[{'name':'Phiếu lý lịch tư pháp','count':1}],'weightGrams':50,'codAmount':0,'flag':'RETURN_RESULT'}\
            """.formatted(number));
    }

    @Test
    void anOrderGetsAnItemCode() throws Exception {
        TestWorld.Reply reply = world.post(PATH, order("H03.01-220608-0001"), TOKEN);

        assertThat(reply.body().path("status").asText()).isEqualTo("100");
        assertThat(reply.body().path("itemCode").asText()).isEqualTo("RR473124829VN");
        ParcelView.Parcel parcel = world.client().parcels().parcels().get(0);
        assertThat(parcel.orderNumber()).isEqualTo("H03.01-220608-0001");
        assertThat(parcel.order()).isEqualTo(order("H03.01-220608-0001"));
    }

    @ParameterizedTest
    @CsvSource({
        "/orderNumber,has spaces",
        "/customerCode,OTHER",
        "/service,",
        "/sender/name,",
        "/sender/address,",
        "/sender/phone,911",
        "/receiver/name,",
        "/receiver/address,",
        "/receiver/phone,no phone",
        "/contents/0/name,",
        "/contents/0/count,one",
        "/weightGrams,50",
        "/codAmount,-1",
        "/flag,COLLECT",
        "/note,unknown field",
        "/receiver/email,unknown field"
    })
    void everyFieldIsChecked(String pointer, String value) throws Exception {
        ObjectNode order = order("H03.01-220608-0001");
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = last == 0 ? order : (ObjectNode) order.at(pointer.substring(0, last));
        parent.put(pointer.substring(last + 1), value);

        TestWorld.Reply reply = world.post(PATH, order, TOKEN);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("status").asText()).isEqualTo("99");
        assertThat(reply.body().path("message").asText())
                .contains(pointer.substring(1).replace("/0", "").replace('/', '.'));
        assertThat(world.client().parcels().orders()).isZero();
        assertThat(world.client().parcels().refused()).isEqualTo(1);
    }

    @Test
    void anEmptyListOfContentsIsRefused() throws Exception {
        ObjectNode order = order("H03.01-220608-0001");
        order.putArray("contents");

        assertThat(world.post(PATH, order, TOKEN).status()).isEqualTo(400);
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws Exception {
        assertThat(world.post(PATH, order("N-1")).status()).isEqualTo(401);
        assertThat(world.send("GET", PATH + "/N-1", null, "token", "other").status())
                .isEqualTo(401);
    }

    @Test
    void theSameNumberAgainIsTheSameParcelAndShown() throws Exception {
        String first =
                world.post(PATH, order("N-1"), TOKEN).body().path("itemCode").asText();

        TestWorld.Reply again = world.post(PATH, order("N-1"), TOKEN);
        world.post(PATH, order("N-1").put("weightGrams", 51), TOKEN);

        assertThat(again.body().path("status").asText()).isEqualTo("101");
        assertThat(again.body().path("itemCode").asText()).isEqualTo(first);
        ParcelView seen = world.client().parcels();
        assertThat(seen.orders()).isEqualTo(1);
        assertThat(seen.repeats()).isEqualTo(2);
        assertThat(seen.parcels().get(0).differing()).isEqualTo(1);
    }

    @Test
    void whoIsInDoubtMayAsk() throws Exception {
        world.client().fault(Provider.CARRIER, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT));
        assertThatThrownBy(() -> world.post(PATH, order("N-1"), TOKEN)).isInstanceOf(HttpTimeoutException.class);
        world.client().fault(Provider.CARRIER, Fault.of(Fault.Mode.LOSE));
        assertThatThrownBy(() -> world.post(PATH, order("N-2"), TOKEN)).isInstanceOf(HttpTimeoutException.class);

        TestWorld.Reply arrived = world.send("GET", PATH + "/N-1", null, TOKEN);
        assertThat(arrived.status()).isEqualTo(200);
        assertThat(arrived.body().path("itemCode").asText()).isEqualTo("RR473124829VN");
        assertThat(world.send("GET", PATH + "/N-2", null, TOKEN).status()).isEqualTo(404);
    }

    @Test
    void aRefusingCarrierTakesNothing() throws Exception {
        world.client().fault(Provider.CARRIER, Fault.of(Fault.Mode.REFUSE).forNext(1));

        assertThat(world.post(PATH, order("N-1"), TOKEN).status()).isEqualTo(503);
        assertThat(world.post(PATH, order("N-1"), TOKEN).body().path("status").asText())
                .isEqualTo("100");
    }

    @Test
    void anOrderIsCancelledUntilTheCarrierHasTheParcel() throws Exception {
        world.post(PATH, order("N-1"), TOKEN);
        world.post(PATH, order("N-2"), TOKEN);
        world.client().move(world.client().parcels().parcels().get(1).itemCode(), ParcelStatus.PICKED_UP);

        assertThat(world.send("DELETE", PATH + "/N-1", null, TOKEN).status()).isEqualTo(200);
        assertThat(world.send("DELETE", PATH + "/N-2", null, TOKEN).status()).isEqualTo(409);
        assertThat(world.send("DELETE", PATH + "/N-3", null, TOKEN).status()).isEqualTo(404);
        assertThat(world.client().parcels().parcels().get(0).cancelled()).isTrue();
    }

    @Test
    void codesGoOnAfterARestartAndAfterForgetting() throws Exception {
        world.post(PATH, order("N-1"), TOKEN);
        world.close();
        world = TestWorld.in(directory);
        assertThat(world.post(PATH, order("N-1"), TOKEN).body().path("status").asText())
                .isEqualTo("101");
        world.client().forget();

        assertThat(world.post(PATH, order("N-1"), TOKEN).body().path("itemCode").asText())
                .isEqualTo(ItemCode.registered(47312483));
    }
}
