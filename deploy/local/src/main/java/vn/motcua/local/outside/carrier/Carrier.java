package vn.motcua.local.outside.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.FaultSwitch;
import vn.motcua.local.outside.Ledger;
import vn.motcua.local.outside.carrier.OrderEntry.Outcome;
import vn.motcua.local.outside.web.Answer;
import vn.motcua.local.outside.web.Handler;
import vn.motcua.local.outside.web.Refused;
import vn.motcua.local.outside.web.Request;
import vn.motcua.local.tokens.SigningKey;

/**
 * {@code POST orders} orders a parcel, {@code GET orders/NUMBER} asks for it, {@code DELETE orders/NUMBER} cancels it before the carrier has it.
 *
 * <p>Status in the answers: 100 done, 101 the order is there already (the same item code), 102 too late to cancel, 99 malformed or out of order.
 */
public final class Carrier implements Handler, AutoCloseable {

    private static final int FIRST_SERIAL = 47312482;

    private final CarrierSettings account;
    private final FaultSwitch faults;
    private final SharedClock clock;
    private final OrderBook book;
    private final Ledger<ParcelEvent> events;
    private final Callbacks callbacks;

    public Carrier(Path directory, CarrierSettings account, SigningKey key, FaultSwitch faults, SharedClock clock) {
        this.account = account;
        this.faults = faults;
        this.clock = clock;
        this.book = new OrderBook(directory);
        this.events = new Ledger<>(directory.resolve("parcel-events.jsonl"), ParcelEvent.class);
        this.callbacks = new Callbacks(directory, key, clock);
    }

    /** Sets where the customer listens and sends what was not taken in an earlier run. */
    public void callBack(URI target) {
        callbacks.to(target);
        events.all()
                .forEach(event ->
                        book.ofItem(event.itemCode()).ifPresent(order -> callbacks.send(event, order.orderNumber())));
    }

    @Override
    public Answer handle(Request request) throws Refused {
        if (request.rest().isEmpty() || !"orders".equals(request.rest().get(0))) {
            throw new Refused(404, "no such resource at the carrier");
        }
        if (!account.token().equals(request.header("token"))) {
            throw new Refused(401, "the header token is wrong");
        }
        if (request.rest().size() == 1 && "POST".equals(request.method())) {
            JsonNode body = request.object();
            return faults.next().answer(() -> order(body), () -> outOfOrder(body));
        }
        String number =
                String.join("/", request.rest().subList(1, request.rest().size()));
        return switch (request.method()) {
            case "GET" -> ask(number);
            case "DELETE" -> faults.next().answer(() -> cancel(number), () -> Answer.error(503, "out of order"));
            default -> throw new Refused(405, "POST orders, GET asks, DELETE cancels");
        };
    }

    /** Enters what happened to a parcel and tells the customer. */
    public synchronized ParcelEvent move(String itemCode, int status, Instant time, String note, int copies)
            throws Refused {
        if (ParcelStatus.name(status) == null) {
            throw new Refused(422, "the carrier has no status " + status);
        }
        if (copies < 1 || copies > 20) {
            throw new Refused(422, "repeat is from 0 to 19");
        }
        OrderEntry order =
                book.ofItem(itemCode).orElseThrow(() -> new Refused(404, "no parcel has the item code " + itemCode));
        ParcelEvent event =
                new ParcelEvent(UUID.randomUUID(), itemCode, status, time == null ? clock.now() : time, note, copies);
        events.append(event);
        callbacks.send(event, order.orderNumber());
        return event;
    }

    /** All that was seen, in order. */
    public ParcelView view() {
        return book.view(this::track);
    }

    public synchronized void forget() {
        book.forget();
        events.forget();
        callbacks.forget();
    }

    @Override
    public void close() {
        callbacks.close();
    }

    private synchronized Answer order(JsonNode body) {
        List<String> wrong = OrderCheck.faults(body, account.customerCode());
        if (!wrong.isEmpty()) {
            return refuse(400, body, String.join("; ", wrong));
        }
        String number = body.path("orderNumber").asText();
        Optional<OrderEntry> before = book.ofNumber(number);
        if (before.isPresent()) {
            book.enter(entry(Outcome.REPEATED, number, before.get().itemCode(), body, null));
            return said("101", before.get().itemCode(), "the order is there already");
        }
        String itemCode = ItemCode.registered(FIRST_SERIAL + book.nextSerial());
        book.enter(entry(Outcome.ORDERED, number, itemCode, body, null));
        return said("100", itemCode, "ordered");
    }

    private synchronized Answer outOfOrder(JsonNode body) {
        return refuse(503, body, "the carrier is out of order");
    }

    private Answer refuse(int status, JsonNode body, String why) {
        book.enter(entry(Outcome.REFUSED, body.path("orderNumber").asText(), null, body, why));
        return Answer.json(status, Map.of("status", "99", "message", why));
    }

    private Answer ask(String number) throws Refused {
        OrderEntry order =
                book.ofNumber(number).orElseThrow(() -> new Refused(404, "no order has the number " + number));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("orderNumber", number);
        answer.put("itemCode", order.itemCode());
        answer.put("cancelled", book.cancelled(number));
        answer.put("track", track(order.itemCode()));
        return Answer.json(200, answer);
    }

    private synchronized Answer cancel(String number) {
        Optional<OrderEntry> order = book.ofNumber(number);
        if (order.isEmpty()) {
            return Answer.error(404, "no order has the number " + number);
        }
        String itemCode = order.get().itemCode();
        if (events.all().stream()
                .anyMatch(e -> e.itemCode().equals(itemCode) && e.status() >= ParcelStatus.PICKED_UP)) {
            return Answer.json(409, Map.of("status", "102", "message", "the carrier has the parcel already"));
        }
        if (!book.cancelled(number)) {
            book.enter(entry(Outcome.CANCELLED, number, itemCode, null, null));
        }
        return said("100", itemCode, "cancelled");
    }

    private List<ParcelView.Step> track(String itemCode) {
        return events.all().stream()
                .filter(event -> event.itemCode().equals(itemCode))
                .map(this::step)
                .toList();
    }

    private ParcelView.Step step(ParcelEvent event) {
        List<CallbackTry> tries = callbacks.of(event);
        return new ParcelView.Step(
                event.id(),
                event.status(),
                ParcelStatus.name(event.status()),
                event.time(),
                event.note(),
                event.copies(),
                (int) tries.stream().filter(CallbackTry::taken).count(),
                tries.size(),
                tries.isEmpty() ? null : tries.get(tries.size() - 1).httpStatus());
    }

    private OrderEntry entry(Outcome outcome, String number, String itemCode, JsonNode body, String error) {
        return new OrderEntry(Instant.now(), clock.now(), outcome, number, itemCode, body, error);
    }

    private static Answer said(String status, String itemCode, String message) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        answer.put("itemCode", itemCode);
        answer.put("message", message);
        return Answer.json(200, answer);
    }
}
