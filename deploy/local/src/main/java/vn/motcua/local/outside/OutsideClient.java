package vn.motcua.local.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.local.outside.carrier.ParcelView;
import vn.motcua.local.outside.mail.MailView;
import vn.motcua.local.outside.sms.SmsView;
import vn.motcua.local.outside.web.Json;

/** A test's or a program's view of a running outside world, over its controls. Safe for several threads. */
public final class OutsideClient {

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The address of the page, such as {@code http://127.0.0.1:8090}. */
    public OutsideClient(URI base) {
        this.base = base;
    }

    public SmsView sms() {
        return ask("GET", "/outside/sms", null, SmsView.class);
    }

    public MailView mail() {
        return ask("GET", "/outside/mail", null, MailView.class);
    }

    public ParcelView parcels() {
        return ask("GET", "/outside/parcels", null, ParcelView.class);
    }

    /** Forgets all that was sent. Faults and the clock stay. */
    public void forget() {
        ask("DELETE", "/outside", null, Object.class);
    }

    public void fault(Provider provider, Fault fault) {
        ask("PUT", "/outside/faults/" + provider.path(), fault, Object.class);
    }

    /** All providers in health. */
    public void noFaults() {
        for (Provider provider : Provider.values()) {
            fault(provider, Fault.NONE);
        }
    }

    /** Moves a parcel; the carrier tells the customer by a signed call-back, {@code repeat} times more than once. Time null: now by the business clock. */
    public void move(String itemCode, int status, Instant time, int repeat) {
        Map<String, Object> movement = new LinkedHashMap<>();
        movement.put("status", status);
        movement.put("time", time);
        movement.put("repeat", repeat);
        ask("POST", "/outside/parcels/" + itemCode + "/events", movement, Object.class);
    }

    /** Moves a parcel now, by the business clock. */
    public void move(String itemCode, int status) {
        move(itemCode, status, null, 0);
    }

    /** Tells the carrier where its customer listens. */
    public void callBack(URI target) {
        ask("PUT", "/outside/callback", Map.of("url", target), Object.class);
    }

    public ClockView clock() {
        return ask("GET", "/clock", null, ClockView.class);
    }

    private <T> T ask(String method, String path, Object body, Class<T> type) {
        try {
            HttpRequest.BodyPublisher content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + " was answered with " + response.statusCode()
                        + ": " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return Json.MAPPER.readValue(response.body(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outside world's answer is not understood", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the outside world does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the outside world", e);
        }
    }
}
