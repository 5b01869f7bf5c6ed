package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A fee as the payment gateway and the cashier see it: the gateway tells twice that it was paid, and it counts once. */
final class Purse {

    private static final String ALGORITHM = "HmacSHA256";

    private final World world;
    private final Caller caller;

    Purse(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** The gateway tells that what a dossier waits for is paid, signed, and tells it again as if it had not been heard. */
    void payTwice(Cases.Seen dossier) {
        var fees = dossier(dossier).path("fees");
        var told = Map.of(
                "reference", fees.path("request").asText(),
                "transaction", "GW-" + UUID.randomUUID(),
                "amount", fees.path("outstanding").asLong(),
                "paidAt", world.clock().now().toString(),
                "outcome", "PAID");
        var uri = world.dossier().resolve("/v1/gateway/callbacks");
        caller.signed(uri, told, this::signature);
        caller.signed(uri, told, this::signature);
    }

    private String signature(String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(world.gatewayKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    JsonNode dossier(Cases.Seen dossier) {
        return caller.get(world.dossier().resolve("/v1/dossiers/" + dossier.id()), Cases.CASHIER)
                .body();
    }

    /** All that came for a dossier. */
    List<JsonNode> receipts(Cases.Seen dossier) {
        var list = caller.get(world.dossier().resolve("/v1/receipts?dossier=" + dossier.id()), Cases.CASHIER);
        return LivePlay.items(list.body()).toList();
    }

    /** What is not as one payment leaves it; empty if it agrees. */
    List<String> differences(Cases.Seen dossier) {
        var wrong = new ArrayList<String>();
        var fees = dossier(dossier).path("fees");
        if (!"PAID".equals(fees.path("state").asText())
                || fees.path("paid").asLong() != fees.path("total").asLong()
                || fees.path("outstanding").asLong() != 0) {
            wrong.add("the fees of " + dossier.code() + " are " + fees);
        }
        var receipts = receipts(dossier);
        if (receipts.size() != 1
                || !"SETTLED".equals(receipts.get(0).path("verdict").asText())) {
            wrong.add("one settled receipt was due for " + dossier.code() + ", there are " + receipts);
        }
        return wrong;
    }
}
