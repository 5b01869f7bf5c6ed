package vn.motcua.local.outside.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.local.outside.Ledger;
import vn.motcua.local.outside.carrier.OrderEntry.Outcome;

/** The carrier's orders by number and by item code. Safe for several threads. */
final class OrderBook {

    private final Ledger<OrderEntry> ledger;
    private final Path serialFile;
    private final Map<String, OrderEntry> byNumber = new HashMap<>();
    private final Map<String, OrderEntry> byItem = new HashMap<>();
    private final Map<String, OrderEntry> cancellations = new HashMap<>();

    OrderBook(Path directory) {
        this.ledger = new Ledger<>(directory.resolve("orders.jsonl"), OrderEntry.class);
        this.serialFile = directory.resolve("next-serial");
        ledger.all().forEach(this::index);
    }

    synchronized void enter(OrderEntry entry) {
        ledger.append(entry);
        index(entry);
    }

    /** Counts on for ever, also after the orders are forgotten: the customer still knows the old codes. */
    synchronized int nextSerial() {
        try {
            int next = Files.exists(serialFile)
                    ? Integer.parseInt(Files.readString(serialFile).strip())
                    : 0;
            Files.writeString(serialFile, Integer.toString(next + 1));
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot count in " + serialFile, e);
        }
    }

    synchronized Optional<OrderEntry> ofNumber(String orderNumber) {
        return Optional.ofNullable(byNumber.get(orderNumber));
    }

    synchronized Optional<OrderEntry> ofItem(String itemCode) {
        return Optional.ofNullable(byItem.get(itemCode));
    }

    synchronized boolean cancelled(String orderNumber) {
        return cancellations.containsKey(orderNumber);
    }

    synchronized void forget() {
        ledger.forget();
        byNumber.clear();
        byItem.clear();
        cancellations.clear();
    }

    synchronized ParcelView view(Function<String, List<ParcelView.Step>> tracks) {
        List<OrderEntry> all = ledger.all();
        List<OrderEntry> refusals = of(all, Outcome.REFUSED);
        List<OrderEntry> repeats = of(all, Outcome.REPEATED);
        List<ParcelView.Parcel> parcels = of(all, Outcome.ORDERED).stream()
                .map(order -> parcel(order, repeats, tracks))
                .toList();
        return new ParcelView(parcels.size(), repeats.size(), refusals.size(), parcels, refusals);
    }

    private ParcelView.Parcel parcel(
            OrderEntry order, List<OrderEntry> repeats, Function<String, List<ParcelView.Step>> tracks) {
        List<OrderEntry> again = repeats.stream()
                .filter(repeat -> repeat.orderNumber().equals(order.orderNumber()))
                .toList();
        return new ParcelView.Parcel(
                order.itemCode(),
                order.orderNumber(),
                order.at(),
                order.businessAt(),
                cancelled(order.orderNumber()),
                again.size(),
                (int) again.stream()
                        .filter(repeat -> !repeat.body().equals(order.body()))
                        .count(),
                order.body(),
                tracks.apply(order.itemCode()));
    }

    private void index(OrderEntry entry) {
        if (entry.outcome() == Outcome.ORDERED) {
            byNumber.put(entry.orderNumber(), entry);
            byItem.put(entry.itemCode(), entry);
        } else if (entry.outcome() == Outcome.CANCELLED) {
            cancellations.put(entry.orderNumber(), entry);
        }
    }

    private static List<OrderEntry> of(List<OrderEntry> all, Outcome outcome) {
        return all.stream().filter(entry -> entry.outcome() == outcome).toList();
    }
}
