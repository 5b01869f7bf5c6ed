package vn.motcua.postal.tracking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.postal.returns.TrackingNumber;

/**
 * Where the carrier tells what became of a parcel. No token: the carrier signs. 204 taken, also when it was said before or is of an item
 * or status that nobody knows; 400 malformed; 401 not the carrier's signature, nothing changed; 422 more than {@value #MOST} entries.
 */
@Path("/v1/carrier/callbacks")
@Tag(name = "Carrier")
public class CallbackResource {

    private static final int MOST = 100;
    private static final int LONGEST = 4_096;

    private final CarrierSignature signature;
    private final CallbackDesk desk;

    CallbackResource(CarrierSignature signature, CallbackDesk desk) {
        this.signature = signature;
        this.desk = desk;
    }

    /** The carrier's own shape: it may hold more than we read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CallbackRequest(List<Entry> data, String sendDate, String signature) {

        /** One status of one item. */
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Entry(String itemCode, Integer status, String time) {}
    }

    /** Takes a call-back. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The carrier reports what became of a parcel (signed, no token)")
    @RequestBody(content = @Content(examples = @ExampleObject("""
                                            {"data":[{"itemCode":"RR473124829VN","status":14,"time":"2022-06-14T02:00:00Z"}],
                                             "sendDate":"2022-06-14T02:00:01Z","signature":"MEUC…"}""")))
    public Uni<Void> take(CallbackRequest request) {
        if (request == null || request.data() == null || request.data().isEmpty()) {
            throw wrong("/data", "Thiếu nội dung.", "There is nothing in it.");
        }
        if (request.data().size() > MOST) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer("/data", "Nhiều nhất " + MOST + " mục.", "At most " + MOST + " entries.");
        }
        // Every entry is held to the signature before anything is done, so that a stranger's entry cannot ride along.
        request.data().forEach(entry -> verify(request, entry));
        return desk.take(request.data().stream().map(CallbackResource::report).toList());
    }

    private void verify(CallbackRequest request, CallbackRequest.Entry entry) {
        if (entry == null || entry.itemCode() == null || entry.status() == null) {
            throw wrong("/data/0", "Thiếu itemCode hoặc status.", "itemCode or status is missing.");
        }
        if (request.sendDate() == null
                || request.signature() == null
                || request.sendDate().length() > LONGEST
                || request.signature().length() > LONGEST
                || !signature.covers(request.signature(), request.sendDate(), entry.itemCode(), entry.status())) {
            desk.countRefused();
            throw Problem.of(ProblemType.UNAUTHENTICATED)
                    .detail("Chữ ký không đúng.", "The signature does not cover every entry.");
        }
    }

    private static StoredReport report(CallbackRequest.Entry entry) {
        if (!TrackingNumber.plausible(entry.itemCode())) {
            throw wrong("/data/0/itemCode", "Không phải mã bưu gửi.", "Not an item code.");
        }
        return new StoredReport(entry.itemCode(), entry.status(), time(entry.time()));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException broken) {
            throw wrong("/data/0/time", "Không phải thời điểm ISO 8601.", "Not an ISO 8601 time with offset.");
        }
    }

    private static Problem wrong(String pointer, String vietnamese, String english) {
        return Problem.of(ProblemType.MALFORMED).pointer(pointer, vietnamese, english);
    }
}
