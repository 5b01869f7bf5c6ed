package vn.motcua.dossier.keeping;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.keeping.DestructionOrder.Item;
import vn.motcua.dossier.keeping.DestructionOrder.ItemState;
import vn.motcua.dossier.keeping.DestructionOrder.State;
import vn.motcua.dossier.keeping.KeepingCalls.Call;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Where orders of destruction are drafted by one and approved or rejected by another. Nothing is destroyed here: {@link DestructionSweep} does. */
@ApplicationScoped
class DestructionDesk {

    static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(DestructionDesk.class);

    private final KeepingStore dossiers;
    private final Keepings keepings;
    private final DestructionStore orders;

    DestructionDesk(KeepingStore dossiers, Keepings keepings, DestructionStore orders) {
        this.dossiers = dossiers;
        this.keepings = keepings;
        this.orders = orders;
    }

    /** All of them could be destroyed today, or nothing is drafted. */
    Uni<DestructionOrder> draft(String agency, String basis, List<UUID> asked, Call call) {
        if (!Rights.mayKeep(call.who(), agency)) {
            throw KeepingProblems.notYours();
        }
        var ids = asked == null
                ? List.<UUID>of()
                : asked.stream().filter(Objects::nonNull).toList();
        if (ids.isEmpty()
                || ids.size() > MOST
                || ids.size() != asked.size()
                || new LinkedHashSet<>(ids).size() != ids.size()) {
            var faults = new Faults();
            faults.rule(
                    "/dossiers",
                    "Từ 1 đến " + MOST + " hồ sơ, mỗi hồ sơ một lần.",
                    "From 1 to " + MOST + " dossiers, each once.");
            faults.raise();
        }
        return orders.byKey(call.key())
                .chain(used -> used.isPresent()
                        ? Uni.createFrom().item(repeated(used.get(), used.get().draftDigest(), call))
                        : checked(agency, ids, null).chain(items -> drafted(agency, basis, items, call)));
    }

    private Uni<DestructionOrder> drafted(String agency, String basis, List<Item> items, Call call) {
        return orders.draft(
                        UuidCreator.getTimeOrderedEpoch(),
                        agency,
                        basis,
                        items,
                        call.account(),
                        call.who().account(),
                        keepings.now(),
                        call.key())
                .memoize()
                .indefinitely()
                .chain(made -> made
                        ? orders.byKey(call.key())
                                .map(order -> repeated(
                                        order.orElseThrow(), order.get().draftDigest(), call))
                        // Somebody drafted one at this very moment: now it is seen.
                        : checked(agency, items.stream().map(Item::dossier).toList(), null)
                                .chain(again -> Uni.createFrom().failure(KeepingProblems.busy())));
    }

    /** @param order that does not count as another one */
    private Uni<List<Item>> checked(String agency, List<UUID> ids, UUID order) {
        return dossiers.look(ids).map(found -> {
            var items = new ArrayList<Item>();
            var barred = new ArrayList<KeepingProblems.Barred>();
            var faults = new Faults();
            for (int i = 0; i < ids.size(); i++) {
                var looked = found.get(ids.get(i));
                // Whose dossier it is not learns nothing of it.
                if (looked == null || !looked.dossier().matter().agency().equals(agency)) {
                    faults.unknown("/dossiers/" + i, "Cơ quan không có hồ sơ này.", "The agency has no such dossier.");
                    continue;
                }
                var dossier = looked.dossier();
                var standing = keepings.standing(looked, order);
                var bars = standing.bars(keepings.today());
                if (bars.isEmpty()) {
                    items.add(new Item(
                            dossier.id(),
                            dossier.code(),
                            dossier.matter().procedure(),
                            standing.closedOn(),
                            standing.keepUntil().orElseThrow(),
                            standing.rule().basis(),
                            ItemState.PENDING,
                            null,
                            null));
                } else {
                    barred.add(new KeepingProblems.Barred(dossier.id(), dossier.code(), bars));
                }
            }
            faults.raise();
            if (!barred.isEmpty()) {
                throw KeepingProblems.barred(barred);
            }
            return items;
        });
    }

    /** Another leader says yes: it is carried out from now on. Every dossier is looked at once more. */
    Uni<DestructionOrder> approve(UUID id, String note, Call call) {
        return seen(id, call.who(), true).chain(order -> {
            if (order.state() != State.DRAFTED) {
                return Uni.createFrom().item(decided(order, call));
            }
            if (order.account().equals(call.who().account())) {
                throw KeepingProblems.barred(
                        "FOUR_EYES",
                        "Người lập lệnh không được tự phê duyệt; cần một lãnh đạo khác phê duyệt.",
                        "Whoever drafted the order cannot approve it; another leader has to.");
            }
            return checked(
                            order.agency(),
                            order.items().stream().map(Item::dossier).toList(),
                            id)
                    .chain(all -> decide(order, State.APPROVED, note, call));
        });
    }

    /** A leader says no, the drafter too: nothing was done and nothing will be. */
    Uni<DestructionOrder> reject(UUID id, String note, Call call) {
        return seen(id, call.who(), true)
                .chain(order -> order.state() == State.DRAFTED
                        ? decide(order, State.REJECTED, note, call)
                        : Uni.createFrom().item(decided(order, call)));
    }

    private Uni<DestructionOrder> decide(DestructionOrder order, State how, String note, Call call) {
        return orders.decide(order.id(), how, call.account(), note, keepings.now(), call.key())
                .memoize()
                .indefinitely()
                .invoke(done -> LOG.infof("destruction order number=%d state=%s done=%s", order.number(), how, done))
                .chain(done -> orders.find(order.id()))
                .map(now -> decided(now.orElseThrow(), call));
    }

    /** By this very request; 409 otherwise. */
    private static DestructionOrder decided(DestructionOrder order, Call call) {
        var decision = order.decision();
        if (!decision.scope().equals(call.key().scope())
                || !decision.key().equals(call.key().key())) {
            throw KeepingProblems.barred(
                    "ORDER_DECIDED",
                    "Lệnh tiêu hủy này đã được phê duyệt hoặc bác bỏ.",
                    "The order was approved or rejected before.");
        }
        return repeated(order, decision.digest(), call);
    }

    private static DestructionOrder repeated(DestructionOrder before, byte[] digest, Call call) {
        if (!call.key().sameRequest(digest)) {
            throw KeepingProblems.keyReused();
        }
        return before;
    }

    Uni<DestructionOrder> seen(UUID id, Party who) {
        return seen(id, who, false);
    }

    private Uni<DestructionOrder> seen(UUID id, Party who, boolean deciding) {
        return orders.find(id)
                .map(found -> found.filter(order ->
                                deciding ? Rights.mayHold(who, order.agency()) : Rights.mayKeep(who, order.agency()))
                        .orElseThrow(DestructionDesk::noOrder));
    }

    Uni<List<DestructionOrder>> of(String agency, long before, int most, Party who) {
        if (!Rights.mayKeep(who, agency)) {
            throw KeepingProblems.notYours();
        }
        return orders.of(agency, before, most);
    }

    /** What was carried out; 409 while it is not. */
    Uni<Certificate> certificate(UUID id, Party who) {
        return seen(id, who).map(order -> {
            if (order.state() != State.EXECUTED) {
                throw KeepingProblems.barred(
                        "NOT_EXECUTED",
                        "Lệnh tiêu hủy số " + order.number() + " chưa thực hiện xong.",
                        "Order of destruction " + order.number() + " was not carried out yet.");
            }
            var certificate = Certificate.of(order);
            if (!certificate.digest().equals(order.certificate())) {
                LOG.errorf("certificate of order number=%d is not the one that was made", order.number());
                throw Problem.of(ProblemType.UNAVAILABLE)
                        .detail(
                                "Biên bản tiêu hủy không còn như khi lập; đã báo người vận hành.",
                                "The certificate is not what it was when it was made; the operators are told.");
            }
            return certificate;
        });
    }

    private static Problem noOrder() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("Không có lệnh tiêu hủy này.", "There is no such order of destruction.");
    }
}
