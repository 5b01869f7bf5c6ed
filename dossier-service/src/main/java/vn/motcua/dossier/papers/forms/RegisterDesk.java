package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.NumberRefusals;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.papers.forms.ClosedRegisterStore.Closed;
import vn.motcua.dossier.papers.forms.ClosedRegisterStore.Root;
import vn.motcua.dossier.papers.forms.Register.Closing;
import vn.motcua.dossier.papers.signing.Seal;

/**
 * Extracts of the register, which show the present and are not kept; and registers of days that are over, which are closed once under a number and are
 * the same bytes ever after. Asks nobody for rights. Fails with {@link Problem}.
 */
@ApplicationScoped
class RegisterDesk {

    private static final Logger LOG = Logger.getLogger(RegisterDesk.class);
    /** As often as another one was quicker with a number. */
    private static final int TRIES = 8;
    /** Somebody with another key may be closing the very same register under the very same number: no request takes so long. */

    /** A counter's days, the last one included. */
    record Period(String agency, LocalDate from, LocalDate to) {}

    private final RegisterStore store;
    private final ClosedRegisterStore book;
    private final Catalogue catalogue;
    private final Law law;
    private final Press press;
    private final Printer printer;
    private final Originals originals;
    private final Seal seal;
    private final FormLimits limits;
    private final Clock clock;
    private final MeterRegistry metrics;

    RegisterDesk(
            RegisterStore store,
            ClosedRegisterStore book,
            Catalogue catalogue,
            Law law,
            Press press,
            Printer printer,
            Originals originals,
            Seal seal,
            FormLimits limits,
            Clock clock,
            MeterRegistry metrics) {
        this.store = store;
        this.book = book;
        this.catalogue = catalogue;
        this.law = law;
        this.press = press;
        this.printer = printer;
        this.originals = originals;
        this.seal = seal;
        this.limits = limits;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** As it stands now: marked as an extract, not signed, not kept. */
    Uni<byte[]> extract(Period period) {
        return rows(period)
                .flatMap(rows -> press.take(() -> print(register(period, rows, clock.instant(), null))))
                .invoke(pdf -> metrics.counter("motcua.form.served", "kind", "REGISTER_EXTRACT")
                        .increment());
    }

    /** Closes the register of a period. The same key again gets the one that it got first. */
    Uni<Closed> close(Period period, String account, RequestKey key) {
        return book.by(key)
                .flatMap(earlier ->
                        earlier.map(found -> repeated(found, key)).orElseGet(() -> closeAnew(period, account, key)));
    }

    private Uni<Closed> closeAnew(Period period, String account, RequestKey key) {
        if (!period.to().isBefore(Words.day(clock.instant()))) {
            throw notOver();
        }
        return book.lastRoot()
                .map(root ->
                        root.filter(last -> !period.to().isAfter(last.day())).orElseThrow(RegisterDesk::notOver))
                .flatMap(root -> rows(period).flatMap(rows -> close(period, rows, root, account, key, TRIES)))
                // A caller who hangs up does not stop a write on its way.
                .memoize()
                .indefinitely();
    }

    private Uni<Closed> close(
            Period period, List<Register.Row> rows, Root root, String account, RequestKey key, int tries) {
        if (tries == 0) {
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .detail(
                            "Nhiều sổ đang được khóa cùng lúc; xin thử lại.",
                            "Many registers are being closed; try again.");
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = Words.day(at);
        return book.place(period.agency(), today)
                .invoke(place -> allowed(place.thatDay()))
                .map(place -> new Closing(today.getYear(), place.next(), root.day(), root.root()))
                .flatMap(closing -> press.take(() -> made(period, rows, closing, at, account, key)))
                .flatMap(made -> book.keep(made, key)
                        .flatMap(kept -> kept
                                ? first(made)
                                : second(key)
                                        .flatMap(found -> found == null
                                                ? close(period, rows, root, account, key, tries - 1)
                                                : Uni.createFrom().item(found))));
    }

    /** On a thread of the press. In the store before the row says so: a row never points at nothing. */
    private Closed made(
            Period period, List<Register.Row> rows, Closing closing, Instant at, String account, RequestKey key)
            throws IOException {
        var bytes = seal.put(print(register(period, rows, at, closing)));
        return new Closed(
                period.agency(),
                closing,
                period.from(),
                period.to(),
                at,
                account,
                rows.size(),
                Register.heads(rows),
                originals.lay(bytes, clock.instant()),
                bytes.length,
                seal.isInUse(),
                key.digest());
    }

    private Uni<Closed> first(Closed closed) {
        metrics.counter("motcua.form.made", "kind", "REGISTER").increment();
        LOG.infof(
                "register closed agency=%s number=%d/%d lines=%d bytes=%d",
                closed.agency(), closed.closing().number(), closed.closing().year(), closed.lines(), closed.bytes());
        return Uni.createFrom().item(closed);
    }

    /** Somebody was quicker: with this key, then theirs is the answer; or with the number only, then null. Ours goes by its mark, if theirs are other bytes. */
    private Uni<Closed> second(RequestKey key) {
        return book.by(key)
                .flatMap(found -> found.map(theirs -> repeated(theirs, key))
                        .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    private static Uni<Closed> repeated(Closed found, RequestKey key) {
        if (!key.sameRequest(found.requestDigest())) {
            throw NumberRefusals.keyReused();
        }
        return Uni.createFrom().item(found);
    }

    /** Newest first; null as year and number for the first page. */
    Uni<List<Closed>> page(String agency, Integer beforeYear, Integer beforeNumber, int most) {
        return book.page(agency, beforeYear, beforeNumber, most);
    }

    /** 404 for one that there is not. */
    Uni<Closed> one(String agency, int year, int number) {
        return book.one(agency, year, number).map(found -> found.orElseThrow(FormDesk::notFound));
    }

    /** The original's bytes. */
    Uni<byte[]> bytes(Closed closed) {
        return press.take(() -> originals.read("REGISTER", closed.sha256()))
                .invoke(read -> metrics.counter("motcua.form.served", "kind", "REGISTER")
                        .increment());
    }

    private Uni<List<Register.Row>> rows(Period period) {
        return store.of(period.agency(), period.from(), period.to(), limits.maxRegisterLines() + 1)
                .invoke(this::fits);
    }

    private Register register(Period period, List<Register.Row> rows, Instant at, Closing closing) {
        return Register.of(
                catalogue,
                law.on(period.to()).forms().on(period.to()).list(),
                period.agency(),
                period.from(),
                period.to(),
                rows,
                at,
                closing);
    }

    private byte[] print(Register register) {
        var words = new HashMap<String, Object>(Map.of("page", register));
        if (register.seal() != null) {
            words.put("qr", QrCode.image(register.seal().text()));
        }
        return printer.print("register", words);
    }

    private void allowed(int thatDay) {
        if (thatDay >= limits.maxRegistersADay()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail(
                            "Hôm nay cơ quan đã khóa " + limits.maxRegistersADay() + " sổ; xin in lại sổ đã khóa.",
                            "The agency has closed " + limits.maxRegistersADay()
                                    + " registers today; print one of them again.");
        }
    }

    private void fits(List<Register.Row> rows) {
        if (rows.size() > limits.maxRegisterLines()) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .detail(
                            "Quá " + limits.maxRegisterLines() + " hồ sơ; xin chọn ít ngày hơn.",
                            "More than " + limits.maxRegisterLines() + " dossiers; choose fewer days.");
        }
    }

    private static Problem notOver() {
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Chỉ khóa sổ của những ngày đã qua và đã có gốc lịch sử, lập sau nửa đêm.",
                        "Only days that are over and have their root of all histories, made after midnight, are closed.")
                .with("reason", "DAY_NOT_OVER");
    }
}
