package vn.motcua.dossier.cashdesk;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/**
 * Where a payment gateway, the province's or the national portal's, tells what became of a payment. No token: the gateway signs. 204 taken, whatever came of it: also when it was told before,
 * came late, twice, in another amount or under a reference that nobody knows, which is then a cashier's to look at; 400 malformed; 401 not the
 * gateway's signature, nothing was read; 409 the same transaction with another content; 413; 503 no key is configured, or others are in the way.
 */
@Path("/v1/gateway/callbacks")
@Tag(name = "Payments")
public class GatewayResource {

    private static final int MOST_BYTES = 16_384;

    static final String SIGNATURE = "X-Gateway-Signature";

    private final GatewaySignature signature;
    private final GatewayDesk desk;
    private final MeterRegistry metrics;

    GatewayResource(GatewaySignature signature, GatewayDesk desk, MeterRegistry metrics) {
        this.signature = signature;
        this.desk = desk;
        this.metrics = metrics;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "takeGatewayCallback",
            summary = "The payment gateway reports a payment (signed, no token)",
            description =
                    "Signed with HMAC-SHA-256 over the bytes of the body; by whose key tells whether it is the province's gateway or the national portal's. Sent until it is answered with 204; repeats and any order do no harm.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "paid", value = CashdeskExamples.CALLBACK)))
    @Blocking
    public Uni<Void> take(
            @Parameter(example = "sha256=5f1c…") @HeaderParam(SIGNATURE) String signed, InputStream sent) {
        var body = read(sent);
        if (!signature.isConfigured()) {
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .detail("Chưa cấu hình khóa của cổng thanh toán.", "No key of the payment gateway is configured.");
        }
        var gateway = signature.of(signed, body).orElseThrow(() -> {
            count("refused");
            return Problem.of(ProblemType.UNAUTHENTICATED)
                    .detail("Chữ ký không đúng.", "The signature does not cover the body.");
        });
        var told = GatewayCallback.read(body);
        if (told.outcome() == GatewayCallback.Outcome.FAILED) {
            // Nothing moved: whoever tried can try again under the same reference.
            count("failed");
            return Uni.createFrom().voidItem();
        }
        return desk.take(told, gateway)
                .invoke(verdict -> count(verdict.isPresent() ? "taken" : "repeated"))
                .replaceWithVoid();
    }

    /** Strangers may send too, and a body without announced length is only found too large while it is read. */
    private static byte[] read(InputStream sent) {
        try {
            var body = sent == null ? new byte[0] : sent.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw Problem.of(ProblemType.TOO_LARGE)
                        .detail(
                                "Nội dung tối đa " + MOST_BYTES + " byte.",
                                "The body has at most " + MOST_BYTES + " bytes.");
            }
            return body;
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    private void count(String outcome) {
        metrics.counter("motcua_payment_callbacks", "outcome", outcome).increment();
    }
}
