package vn.motcua.dossier.keeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.keeping.HoldStore.HoldRow;
import vn.motcua.dossier.keeping.KeepingCalls.Call;
import vn.motcua.dossier.keeping.rules.KeepingBar;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Where leaders hold dossiers back and let them go. It changes nothing of the dossier itself. */
@ApplicationScoped
class HoldDesk {

    private static final Logger LOG = Logger.getLogger(HoldDesk.class);
    private static final int MOST = 100;
    private static final int TRIES = 5;

    private final Keepings keepings;
    private final HoldStore holds;

    HoldDesk(Keepings keepings, HoldStore holds) {
        this.keepings = keepings;
        this.holds = holds;
    }

    Uni<HoldRow> place(UUID dossier, String reason, Call call) {
        return keepings.seen(dossier, call.who(), Rights::mayHold)
                .chain(looked -> holds.byKey(call.key()).chain(used -> {
                    if (used.isPresent()) {
                        return Uni.createFrom()
                                .item(repeated(used.get(), used.get().digest(), call));
                    }
                    if (call.seen() != looked.stepSequence()) {
                        throw KeepingProblems.stale(looked);
                    }
                    return place(looked, reason, call, 1);
                }));
    }

    private Uni<HoldRow> place(Looked looked, String reason, Call call, int time) {
        var dossier = looked.dossier();
        if (dossier.isDestroyed()) {
            throw KeepingProblems.barred(KeepingBar.DESTROYED, dossier.code());
        }
        return holds.place(dossier.id(), reason, call.account(), keepings.now(), call.key())
                .memoize()
                .indefinitely()
                .chain(placed -> {
                    if (placed.isPresent()) {
                        LOG.infof(
                                "legal hold placed dossier=%s number=%d",
                                dossier.id(), placed.get().number());
                        return Uni.createFrom().item(placed.get());
                    }
                    return holds.byKey(call.key()).chain(twin -> {
                        if (twin.isPresent()) {
                            return Uni.createFrom()
                                    .item(repeated(twin.get(), twin.get().digest(), call));
                        }
                        return time < TRIES
                                ? keepings.seen(dossier.id(), call.who(), Rights::mayHold)
                                        .chain(again -> place(again, reason, call, time + 1))
                                : Uni.createFrom().failure(KeepingProblems.busy());
                    });
                });
    }

    Uni<HoldRow> lift(UUID dossier, int number, String reason, Call call) {
        return keepings.seen(dossier, call.who(), Rights::mayHold)
                .chain(looked -> holds.find(dossier, number).chain(found -> {
                    var hold = found.orElseThrow(HoldDesk::noHold);
                    if (hold.lifting() != null) {
                        return Uni.createFrom().item(lifted(hold, looked, call));
                    }
                    if (call.seen() != looked.stepSequence()) {
                        throw KeepingProblems.stale(looked);
                    }
                    return holds.lift(dossier, number, reason, call.account(), keepings.now(), call.key())
                            .memoize()
                            .indefinitely()
                            .invoke(() -> LOG.infof("legal hold lifted dossier=%s number=%d", dossier, number))
                            .chain(done -> done.isPresent()
                                    ? Uni.createFrom().item(done.get())
                                    : holds.find(dossier, number)
                                            .map(now -> lifted(now.orElseThrow(HoldDesk::noHold), looked, call)));
                }));
    }

    Uni<List<HoldRow>> of(UUID dossier, Party who) {
        return keepings.seen(dossier, who, Rights::mayKeep).chain(looked -> holds.of(dossier, MOST));
    }

    /** @throws Problem 403 for an agency that is not theirs */
    Uni<List<HoldStore.Listed>> open(String agency, long after, int most, Party who) {
        if (!Rights.mayKeep(who, agency)) {
            throw KeepingProblems.notYours();
        }
        return holds.open(agency, after, most);
    }

    private static HoldRow lifted(HoldRow hold, Looked looked, Call call) {
        var lifting = hold.lifting();
        if (!lifting.scope().equals(call.key().scope())
                || !lifting.key().equals(call.key().key())) {
            throw KeepingProblems.barred(
                    "LIFTED_ALREADY",
                    "Lệnh giữ này của hồ sơ " + looked.dossier().code() + " đã được dỡ.",
                    "This hold on dossier " + looked.dossier().code() + " was lifted before.");
        }
        return repeated(hold, lifting.digest(), call);
    }

    private static HoldRow repeated(HoldRow before, byte[] digest, Call call) {
        if (!call.key().sameRequest(digest)) {
            throw KeepingProblems.keyReused();
        }
        return before;
    }

    private static Problem noHold() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có lệnh giữ này.", "There is no such hold.");
    }
}
