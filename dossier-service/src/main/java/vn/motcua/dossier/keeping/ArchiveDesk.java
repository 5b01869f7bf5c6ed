package vn.motcua.dossier.keeping;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.archiving.Bag;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.archiving.NotWhole;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.keeping.KeepingCalls.Call;
import vn.motcua.dossier.keeping.PackageStore.HandoverRow;
import vn.motcua.dossier.keeping.rules.KeepingBar;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Where packages are put together and handed over. */
@ApplicationScoped
class ArchiveDesk {

    private static final Logger LOG = Logger.getLogger(ArchiveDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHA256 = "sha256:[0-9a-f]{64}";

    private final Keepings keepings;
    private final PackageStore packages;
    private final List<Enclosures> enclosures;
    private final KeepingCalls calls;
    private final MeterRegistry metrics;
    private final Semaphore free;

    ArchiveDesk(
            Keepings keepings,
            PackageStore packages,
            @All List<Enclosures> enclosures,
            KeepingCalls calls,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.archive.at-once", defaultValue = "2") int atOnce) {
        this.keepings = keepings;
        this.packages = packages;
        this.enclosures = enclosures;
        this.calls = calls;
        this.metrics = metrics;
        this.free = new Semaphore(atOnce);
    }

    /** A package that was noted. */
    record Made(String code, Bag bag, Bag.Seal seal) {}

    /** Puts a package together, weighs it and notes who gets it. Reads every file once: for worker threads only. */
    Made make(UUID dossier, Party who, String account) {
        var looked = done(keepings.seen(dossier, who, Rights::mayKeep));
        var code = looked.dossier().code();
        if (looked.dossier().isDestroyed()) {
            throw KeepingProblems.barred(KeepingBar.DESTROYED, code);
        }
        if (!looked.dossier().isClosed()) {
            throw KeepingProblems.barred(
                    KeepingBar.NOT_CLOSED.name(),
                    "Hồ sơ " + code + " chưa kết thúc; chỉ lưu trữ hồ sơ đã kết thúc.",
                    "Dossier " + code + " is not closed; only closed ones are archived.");
        }
        if (!free.tryAcquire()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail(
                            "Đang lập nhiều gói lưu trữ; xin thử lại sau.",
                            "Many packages are being put together; try again later.")
                    .retryAfter(Duration.ofSeconds(10));
        }
        try {
            return made(looked, account);
        } catch (IOException fault) {
            throw unreadable(dossier, fault);
        } finally {
            free.release();
        }
    }

    private Made made(Looked looked, String account) throws IOException {
        var dossier = looked.dossier();
        var files = doneOnALoop(() -> all(dossier.id()));
        var bag = Bag.of(dossier.code(), dossier.matter().agency(), keepings.today(), files);
        var seal = bag.seal();
        var objects = files.stream().filter(Enclosure::kept).count();
        if (!done(packages.made(dossier.id(), dossier.sequence(), seal, objects, keepings.now(), account))) {
            throw KeepingProblems.busy();
        }
        metrics.counter("motcua.archive.packages").increment();
        LOG.infof("archive package dossier=%s files=%d bytes=%d", dossier.id(), files.size(), seal.bytes());
        return new Made(dossier.code(), bag, seal);
    }

    /**
     * Sends what was put together. What could be read a moment ago may be gone or another by now: then it fails before the last piece of the package, and
     * whoever serves the request breaks the answer off with it.
     */
    void send(Made made, OutputStream out) throws IOException {
        try {
            made.bag().writeTo(out);
        } catch (NotWhole another) {
            metrics.counter("motcua.archive.not.whole").increment();
            throw another;
        }
    }

    private Problem unreadable(UUID dossier, IOException fault) {
        LOG.errorf(fault, "archive package dossier=%s cannot be put together", dossier);
        if (fault instanceof NotWhole) {
            metrics.counter("motcua.archive.not.whole").increment();
        }
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail(
                        "Một tệp của hồ sơ đang không đọc được hoặc không còn nguyên vẹn; đã báo người vận hành.",
                        "A file of the dossier cannot be read now or is not whole; the operators are told.");
    }

    /** All are asked at once: each begins on this event loop, wherever another one ends. */
    private Uni<List<Enclosure>> all(UUID dossier) {
        return Uni.join()
                .all(enclosures.stream().map(each -> each.of(dossier)).toList())
                .andFailFast()
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    /** Records that the archive has a package. */
    Uni<HandoverRow> handOver(UUID dossier, ArchiveResource.HandoverRequest body, Call call) {
        var receipt = calls.text("/receipt", body.receipt());
        if (body.sha256() == null || !body.sha256().matches(SHA256)) {
            var faults = new Faults();
            faults.rule(
                    "/sha256",
                    "Mã băm của gói, dạng sha256: và 64 chữ số.",
                    "The package's hash: sha256: and 64 digits.");
            faults.raise();
        }
        return keepings.seen(dossier, call.who(), Rights::mayKeep)
                .chain(looked -> packages.byKey(call.key())
                        .chain(used -> used.isPresent()
                                ? Uni.createFrom().item(repeated(used.get(), call))
                                : handOver(looked, body.sha256(), receipt, call)));
    }

    private Uni<HandoverRow> handOver(Looked looked, String sha256, String receipt, Call call) {
        if (call.seen() != looked.stepSequence()) {
            throw KeepingProblems.stale(looked);
        }
        var dossier = looked.dossier();
        return packages.handOver(
                        dossier.id(), sha256, dossier.sequence(), receipt, keepings.now(), call.account(), call.key())
                .memoize()
                .indefinitely()
                .chain(kept -> kept.isPresent()
                        ? Uni.createFrom().item(kept.get())
                        : packages.byKey(call.key())
                                .chain(twin -> twin.isPresent()
                                        ? Uni.createFrom().item(repeated(twin.get(), call))
                                        : refused(looked, sha256)));
    }

    private Uni<HandoverRow> refused(Looked looked, String sha256) {
        var dossier = looked.dossier();
        return packages.known(dossier.id(), sha256).map(known -> {
            if (known.isEmpty()) {
                throw KeepingProblems.barred(
                        "PACKAGE_UNKNOWN",
                        "Hồ sơ " + dossier.code() + " không có gói lưu trữ nào có mã băm này; cần tải gói trước.",
                        "No package of dossier " + dossier.code() + " has that hash; download one first.");
            }
            if (known.get() != dossier.sequence()) {
                throw KeepingProblems.barred(KeepingBar.HANDED_OVER_OUTDATED, dossier.code());
            }
            throw KeepingProblems.barred(
                    "HANDED_OVER_ALREADY",
                    "Gói này của hồ sơ " + dossier.code() + " đã được giao nộp.",
                    "This package of dossier " + dossier.code() + " was handed over before.");
        });
    }

    private static HandoverRow repeated(HandoverRow before, Call call) {
        if (!call.key().sameRequest(before.digest())) {
            throw KeepingProblems.keyReused();
        }
        return before;
    }

    private static <T> T done(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }

    /** What reads through Hibernate Reactive does so on an event loop. */
    private static <T> T doneOnALoop(Supplier<Uni<T>> asked) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> asked.get().ifNoItem().after(PATIENCE).fail());
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}
