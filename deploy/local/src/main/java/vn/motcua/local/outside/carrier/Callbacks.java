package vn.motcua.local.outside.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.Ledger;
import vn.motcua.local.outside.web.Json;
import vn.motcua.local.tokens.SigningKey;

/**
 * Tells the customer what happened, one event in each call, signed. A call that is not answered with 2xx is made again after 0.3 s, then more seldom, at least every 10 s, for ever:
 * others overtake it meanwhile.
 */
final class Callbacks implements AutoCloseable {

    private static final long FIRST_WAIT_MILLIS = 300;
    private static final long LAST_WAIT_MILLIS = 10_000;

    private final SigningKey key;
    private final SharedClock clock;
    private final Ledger<CallbackTry> tries;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "carrier-callbacks");
        thread.setDaemon(true);
        return thread;
    });
    private volatile URI target;

    Callbacks(Path directory, SigningKey key, SharedClock clock) {
        this.key = key;
        this.clock = clock;
        this.tries = new Ledger<>(directory.resolve("callbacks.jsonl"), CallbackTry.class);
    }

    /** Where the customer listens; without it calls are tried in vain. */
    void to(URI newTarget) {
        target = newTarget;
    }

    /** Sends each copy of the event that was not taken yet. */
    void send(ParcelEvent event, String orderNumber) {
        List<CallbackTry> before = of(event);
        for (int copy = 0; copy < event.copies(); copy++) {
            int number = copy;
            if (before.stream().noneMatch(t -> t.copy() == number && t.taken())) {
                later(event, orderNumber, number, 0);
            }
        }
    }

    List<CallbackTry> of(ParcelEvent event) {
        return tries.all().stream().filter(t -> t.event().equals(event.id())).toList();
    }

    void forget() {
        tries.forget();
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }

    private void later(ParcelEvent event, String orderNumber, int copy, long waitMillis) {
        try {
            sender.schedule(() -> call(event, orderNumber, copy, waitMillis), waitMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // Resumed at the next start: the event is kept, and this copy is not taken.
        }
    }

    private void call(ParcelEvent event, String orderNumber, int copy, long waited) {
        CallbackTry attempt = new CallbackTry(event.id(), copy, Instant.now(), post(event, orderNumber));
        // Those that go on in vain for days are not written down one by one.
        if (attempt.taken() || waited < LAST_WAIT_MILLIS) {
            tries.append(attempt);
        }
        if (!attempt.taken()) {
            later(event, orderNumber, copy, Math.min(LAST_WAIT_MILLIS, Math.max(FIRST_WAIT_MILLIS, waited * 2)));
        }
    }

    private int post(ParcelEvent event, String orderNumber) {
        if (target == null) {
            return 0;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body(event, orderNumber)))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyAnswers) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private byte[] body(ParcelEvent event, String orderNumber) throws IOException {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("itemCode", event.itemCode());
        item.put("orderNumber", orderNumber);
        item.put("status", event.status());
        item.put("statusName", ParcelStatus.name(event.status()));
        item.put("time", event.time());
        item.put("note", event.note());
        String sendDate = clock.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String signed = "MYVNP" + sendDate + event.itemCode() + event.status();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", List.of(item));
        body.put("sendDate", sendDate);
        body.put("signature", key.sign(signed.getBytes(StandardCharsets.UTF_8)));
        return Json.MAPPER.writeValueAsBytes(body);
    }
}
