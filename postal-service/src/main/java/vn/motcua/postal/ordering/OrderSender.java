package vn.motcua.postal.ordering;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.postal.ordering.CarrierOrder.Content;
import vn.motcua.postal.ordering.CarrierOrder.Party;
import vn.motcua.postal.returns.PostalReturn;
import vn.motcua.postal.returns.TrackingNumber;
import vn.motcua.postal.tracking.Agencies;
import vn.motcua.postal.tracking.CarrierConfig;
import vn.motcua.postal.tracking.Outage;
import vn.motcua.postal.tracking.ParcelStore;
import vn.motcua.postal.tracking.PostalConfig;
import vn.motcua.postal.tracking.Transactions;

/** Works off the ledger: sends, asks, takes back. The carrier is called between transactions, never inside one. */
@ApplicationScoped
public class OrderSender {

    private static final Logger LOG = Logger.getLogger(OrderSender.class);
    private static final String CONTENT = "Kết quả giải quyết thủ tục hành chính";

    private final OrderLane lane;
    private final OrderStore ledger;
    private final CarrierGateway carrier;
    private final ParcelStore parcels;
    private final Transactions transactions;
    private final Agencies agencies;
    private final CarrierConfig account;
    private final PostalConfig config;
    private final Clock businessClock;
    private final MeterRegistry metrics;

    OrderSender(
            OrderStore ledger,
            CarrierGateway carrier,
            ParcelStore parcels,
            Transactions transactions,
            Agencies agencies,
            CarrierConfig account,
            PostalConfig config,
            Clock businessClock,
            MeterRegistry metrics) {
        this.ledger = ledger;
        this.carrier = carrier;
        this.parcels = parcels;
        this.transactions = transactions;
        this.agencies = agencies;
        this.account = account;
        this.config = config;
        this.businessClock = businessClock;
        this.metrics = metrics;
        var outage = new Outage(LOG, "orders");
        this.lane = new OrderLane(
                config.ordersAtOnce(),
                most -> ledger.take(most, config.lease()),
                order -> Uni.createFrom()
                        .deferred(() -> work(order))
                        .onFailure()
                        .recoverWithUni(fault -> left(order, fault)),
                outage::seen);
    }

    @Scheduled(every = "{motcua.postal.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        lane.wake();
        return Uni.createFrom().voidItem();
    }

    /** Says that orders may have become due. Cheap, from any thread; a forgotten call costs one sweep interval. */
    public void wake() {
        lane.wake();
    }

    private Uni<Void> work(DueOrder order) {
        return switch (order.state()) {
            case SENDING -> send(order);
            case IN_DOUBT -> ask(order);
            case ORDERED -> takeBack(order);
            case PLANNED, FAILED, CANCELLED -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> send(DueOrder order) {
        return ledger.receiver(order).flatMap(receiver -> send(order, receiver));
    }

    private Uni<Void> send(DueOrder order, Party receiver) {
        if (!receiver.complete()) {
            return ledger.put(order, OrderState.FAILED, "recipient incomplete", Duration.ZERO);
        }
        return carrier.place(carrierOrder(order, receiver))
                .flatMap(answer -> answer.fold(
                        accepted -> counted("order", "accepted", accept(order, accepted.number())),
                        later -> counted("order", "try_later", again(order, later.why(), later.after())),
                        givenUp -> counted(
                                "order",
                                "given_up",
                                ledger.put(order, OrderState.FAILED, givenUp.why(), Duration.ZERO)),
                        doubt -> counted(
                                "order",
                                "in_doubt",
                                ledger.put(order, OrderState.IN_DOUBT, doubt.why(), config.doubtGrace()))));
    }

    private Uni<Void> ask(DueOrder order) {
        return carrier.ask(order.orderNumber())
                .flatMap(known -> counted(
                        "ask",
                        word(known),
                        switch (known.kind()) {
                            case THERE -> accept(order, known.number());
                            case NOTHING ->
                                order.cancelRequested()
                                        ? ledger.put(order, OrderState.CANCELLED, null, Duration.ZERO)
                                        : again(order, "lost on the way, says the carrier", Duration.ZERO);
                            case CANCELLED ->
                                order.cancelRequested()
                                        ? ledger.put(order, OrderState.CANCELLED, null, Duration.ZERO)
                                        : ledger.put(
                                                order,
                                                OrderState.FAILED,
                                                "the carrier has taken the order back",
                                                Duration.ZERO);
                            case TOO_LATE, NO_ANSWER ->
                                ledger.put(order, OrderState.IN_DOUBT, known.why(), pause(order, known.after()));
                        }));
    }

    private Uni<Void> takeBack(DueOrder order) {
        return carrier.cancel(order.orderNumber())
                .flatMap(known -> counted(
                        "cancel",
                        word(known),
                        switch (known.kind()) {
                            case CANCELLED, NOTHING -> ledger.put(order, OrderState.CANCELLED, null, Duration.ZERO);
                            case TOO_LATE ->
                                ledger.put(
                                        order,
                                        OrderState.FAILED,
                                        "cancelled here, but the carrier has the parcel",
                                        Duration.ZERO);
                            case THERE, NO_ANSWER ->
                                ledger.put(order, OrderState.ORDERED, known.why(), pause(order, known.after()));
                        }));
    }

    private Uni<Void> accept(DueOrder order, TrackingNumber number) {
        return transactions.write(tx -> parcels.lock(tx, order.returnId())
                .flatMap(journeys -> ledger.accept(tx, order.returnId(), number).flatMap(news -> {
                    if (news) {
                        // A parcel cancelled meanwhile stays cancelled; the ledger takes its order back.
                        journeys.forEach(journey -> journey.step(PostalReturn::ordered, businessClock.instant(), null));
                    }
                    return parcels.save(tx, journeys);
                })));
    }

    /** What did not get there is tried ever more rarely, and after so long it is a person's. */
    private Uni<Void> again(DueOrder order, String why, Duration asked) {
        var since = Duration.between(order.plannedAt(), Instant.now());
        return since.compareTo(config.giveUpAfter()) > 0
                ? ledger.put(order, OrderState.FAILED, "given up: " + why, Duration.ZERO)
                : ledger.put(order, OrderState.PLANNED, why, pause(order, asked));
    }

    private Duration pause(DueOrder order, Duration asked) {
        var doubled = config.shortestPause().multipliedBy(1L << Math.min(order.attempts() - 1, 20));
        var own = doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
        return asked.compareTo(own) > 0 ? asked : own;
    }

    /** The lease stays: when it ends, an order on the wire is in doubt and asked for. */
    private Uni<Void> left(DueOrder order, Throwable fault) {
        LOG.warnf(
                "order=%s state=%s cause=%s",
                order.orderNumber(), order.state(), fault.getClass().getSimpleName());
        return fault instanceof NotYet missing
                ? again(order, missing.getMessage(), Duration.ZERO)
                : Uni.createFrom().voidItem();
    }

    private CarrierOrder carrierOrder(DueOrder order, Party receiver) {
        var agency = agencies.of(order.agency());
        return new CarrierOrder(
                order.orderNumber(),
                account.customerCode(),
                account.service(),
                new Party(agency.names().vi(), agency.address(), agency.phone()),
                new Party(composed(receiver.name()), composed(receiver.address()), receiver.phone()),
                List.of(new Content(CONTENT, Math.max(1, order.resultCount()))),
                account.weightGrams(),
                0,
                CarrierOrder.RETURN_RESULT);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static String word(CarrierKnowledge known) {
        return known.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private Uni<Void> counted(String request, String answer, Uni<Void> then) {
        metrics.counter("motcua_postal_carrier_answers", "request", request, "answer", answer)
                .increment();
        return then;
    }
}
