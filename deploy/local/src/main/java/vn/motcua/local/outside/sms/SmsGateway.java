package vn.motcua.local.outside.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.FaultSwitch;
import vn.motcua.local.outside.Fields;
import vn.motcua.local.outside.Ledger;
import vn.motcua.local.outside.web.Answer;
import vn.motcua.local.outside.web.Handler;
import vn.motcua.local.outside.web.Refused;
import vn.motcua.local.outside.web.Request;

/**
 * {@code POST messages} sends, {@code GET messages?requestId=} asks what became of a request. A message has at most four parts.
 *
 * <p>Codes: 100 accepted, 99 malformed or out of order, 101 wrong keys, 104 wrong brandname, 108 not a mobile number, 124 the request id was accepted before.
 */
public final class SmsGateway implements Handler {

    private static final int MAX_PARTS = 4;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern URL = Pattern.compile("https?://\\S{1,500}");

    private final SmsSettings account;
    private final FaultSwitch faults;
    private final SharedClock clock;
    private final Ledger<SmsRequest> ledger;
    private final Map<String, SmsRequest> accepted = new ConcurrentHashMap<>();

    public SmsGateway(Path directory, SmsSettings account, FaultSwitch faults, SharedClock clock) {
        this.account = account;
        this.faults = faults;
        this.clock = clock;
        this.ledger = new Ledger<>(directory.resolve("sms.jsonl"), SmsRequest.class);
        ledger.all().stream().filter(SmsRequest::accepted).forEach(r -> accepted.put(r.requestId(), r));
    }

    @Override
    public Answer handle(Request request) throws Refused {
        if (!List.of("messages").equals(request.rest())) {
            throw new Refused(404, "no such resource at the gateway");
        }
        return switch (request.method()) {
            case "POST" -> {
                JsonNode body = request.object();
                yield faults.next().answer(() -> send(body), () -> outOfOrder(body));
            }
            case "GET" -> ask(request);
            default -> throw new Refused(405, "POST sends, GET asks");
        };
    }

    private synchronized Answer send(JsonNode body) {
        Fields fields = new Fields(
                body,
                "ApiKey",
                "SecretKey",
                "Phone",
                "Content",
                "Brandname",
                "SmsType",
                "IsUnicode",
                "RequestId",
                "CallbackUrl");
        String requestId = fields.text("RequestId", REQUEST_ID);
        String content = fields.text("Content", 1000);
        boolean unicode = SmsText.needsUnicode(content);
        fields.text("SmsType", Pattern.compile("2"));
        if (fields.has("CallbackUrl")) {
            fields.text("CallbackUrl", URL);
        }
        if (!body.path("IsUnicode").asText().equals(unicode ? "1" : "0")
                || !body.path("IsUnicode").isTextual()) {
            fields.fault("IsUnicode must be \"" + (unicode ? 1 : 0) + "\" for this content");
        }
        if (SmsText.parts(content) > MAX_PARTS) {
            fields.fault("Content has " + SmsText.parts(content) + " parts, at most " + MAX_PARTS);
        }
        Optional<SmsRequest> before = accepted(requestId);
        if (!knows(body.path("ApiKey").asText(), body.path("SecretKey").asText())) {
            return refuse(body, "101", "ApiKey or SecretKey is wrong");
        }
        if (!fields.faults().isEmpty()) {
            return refuse(body, "99", String.join("; ", fields.faults()));
        }
        if (!account.brandname().equals(body.path("Brandname").asText())) {
            return refuse(body, "104", "the brandname is not registered");
        }
        if (!Fields.MOBILE.matcher(body.path("Phone").asText()).matches()) {
            return refuse(body, "108", "not a mobile number");
        }
        if (before.isPresent()) {
            return record(body, SmsRequest.DUPLICATE, before.get().smsId(), "this RequestId was accepted before");
        }
        return record(body, SmsRequest.ACCEPTED, "sms-" + (ledger.size() + 1), null);
    }

    private synchronized Answer outOfOrder(JsonNode body) {
        return refuse(body, "99", "the gateway is out of order");
    }

    private Answer refuse(JsonNode body, String code, String error) {
        return record(body, code, null, error);
    }

    private Answer record(JsonNode body, String code, String smsId, String error) {
        String content = body.path("Content").asText();
        SmsRequest entry = new SmsRequest(
                Instant.now(),
                clock.now(),
                body.path("RequestId").asText(),
                body.path("Phone").asText(),
                content,
                SmsText.needsUnicode(content),
                SmsText.parts(content),
                code,
                smsId,
                error);
        ledger.append(entry);
        if (entry.accepted()) {
            accepted.put(entry.requestId(), entry);
        }
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("CodeResult", code);
        answer.put("SMSID", smsId);
        answer.put("ErrorMessage", error);
        return Answer.json(200, answer);
    }

    private Answer ask(Request request) throws Refused {
        if (!knows(request.header("ApiKey"), request.header("SecretKey"))) {
            throw new Refused(401, "ApiKey or SecretKey is wrong");
        }
        String requestId = request.query().getOrDefault("requestId", "");
        if (!REQUEST_ID.matcher(requestId).matches()) {
            throw new Refused(400, "requestId is missing or malformed");
        }
        // Delivered at once: nothing simulated here happens between the gateway and the phone.
        return Answer.json(
                200,
                accepted(requestId)
                        .<Map<String, Object>>map(
                                message -> Map.of("found", true, "SMSID", message.smsId(), "SendStatus", "5"))
                        .orElse(Map.of("found", false)));
    }

    /** All that was seen, in order. */
    public SmsView view() {
        List<SmsRequest> all = ledger.all();
        Map<String, Integer> repeats = new HashMap<>();
        all.stream().filter(SmsRequest::repeat).forEach(r -> repeats.merge(r.requestId(), 1, Integer::sum));
        Map<String, Integer> texts = new HashMap<>();
        List<SmsView.Message> messages = new ArrayList<>();
        for (SmsRequest r : all) {
            if (r.accepted()) {
                String to = international(r.phone());
                int before = texts.merge(to + " " + r.content(), 1, Integer::sum) - 1;
                messages.add(new SmsView.Message(
                        r.smsId(),
                        r.requestId(),
                        to,
                        r.content(),
                        r.unicode(),
                        r.parts(),
                        r.at(),
                        r.businessAt(),
                        repeats.getOrDefault(r.requestId(), 0),
                        before));
            }
        }
        List<SmsRequest> refusals =
                all.stream().filter(r -> !r.accepted() && !r.repeat()).toList();
        int repeated = all.size() - messages.size() - refusals.size();
        return new SmsView(messages.size(), repeated, refusals.size(), messages, refusals);
    }

    public synchronized void forget() {
        ledger.forget();
        accepted.clear();
    }

    private Optional<SmsRequest> accepted(String requestId) {
        return Optional.ofNullable(accepted.get(requestId));
    }

    private boolean knows(String apiKey, String secretKey) {
        return account.apiKey().equals(apiKey) && account.secretKey().equals(secretKey);
    }

    private static String international(String phone) {
        String digits = phone.startsWith("+") ? phone.substring(1) : phone;
        return digits.startsWith("0") ? "+84" + digits.substring(1) : "+" + digits;
    }
}
