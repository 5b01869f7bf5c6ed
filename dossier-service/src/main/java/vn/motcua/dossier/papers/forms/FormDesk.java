package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Standing;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.papers.forms.FormStore.Original;
import vn.motcua.dossier.papers.signing.Seal;
import vn.motcua.dossier.papers.store.NoSuchObject;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;
import vn.motcua.dossier.papers.store.Spool;
import vn.motcua.dossier.staff.StaffDesk;
import vn.motcua.dossier.staff.roster.Roster;

/**
 * Lists a dossier's papers and hands them out. A paper is made when somebody asks for it first, and is the same bytes ever after, whatever becomes of
 * the catalogue or the person. Fails with {@link Problem}: not-found, unavailable.
 */
@ApplicationScoped
class FormDesk {

    private static final Logger LOG = Logger.getLogger(FormDesk.class);

    /** A paper's bytes. */
    record Printed(String code, Original original, byte[] bytes) {}

    private record Made(Original original, byte[] bytes) {}

    private final Acts dossiers;
    private final FormStore store;
    private final Catalogue catalogue;
    private final Law law;
    private final StaffDesk staff;
    private final Standing standing;
    private final Press press;
    private final ObjectStore objects;
    private final Spool spool;
    private final Seal seal;
    private final FormLimits limits;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Printer printer;

    FormDesk(
            Acts dossiers,
            FormStore store,
            Catalogue catalogue,
            Law law,
            StaffDesk staff,
            Standing standing,
            Printer printer,
            Press press,
            ObjectStore objects,
            Spool spool,
            Seal seal,
            FormLimits limits,
            Clock clock,
            MeterRegistry metrics) {
        this.dossiers = dossiers;
        this.store = store;
        this.catalogue = catalogue;
        this.law = law;
        this.staff = staff;
        this.standing = standing;
        this.printer = printer;
        this.press = press;
        this.objects = objects;
        this.spool = spool;
        this.seal = seal;
        this.limits = limits;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Every paper that the dossier's facts give rise to and that the party may have, in order of the facts. */
    Uni<List<FormView>> list(UUID id, Party who) {
        return seen(id, who)
                .flatMap(seen -> store.history(id, Long.MAX_VALUE)
                        .flatMap(history -> store.originals(id)
                                .map(originals -> views(seen.dossier(), history, originals, seen.by()))));
    }

    /** The paper about one fact. */
    Uni<Printed> print(UUID id, Form kind, long sequence, Party who) {
        return seen(id, who).flatMap(seen -> {
            var dossier = seen.dossier();
            if (!FormRights.mayHave(seen.by(), dossier, kind)) {
                throw notFound();
            }
            return store.original(id, kind, sequence)
                    .flatMap(found -> found.map(original -> reprint(dossier, original))
                            .orElseGet(() -> make(dossier, kind, sequence)))
                    .invoke(printed -> metrics.counter("motcua.form.served", "kind", kind.name())
                            .increment());
        });
    }

    /** A dossier and as whom somebody looks at it. */
    private record Seen(Dossier dossier, Party by) {}

    private Uni<Seen> seen(UUID id, Party who) {
        return dossiers.look(id)
                .map(found -> found.filter(dossier -> !dossier.isDestroyed()).orElseThrow(FormDesk::notFound))
                .flatMap(dossier -> standing.looking(who, dossier).map(now -> {
                    if (!FormRights.mayHaveAny(now, dossier)) {
                        throw notFound();
                    }
                    return new Seen(dossier, now);
                }));
    }

    private Uni<Printed> reprint(Dossier dossier, Original original) {
        return press.take(() -> new Printed(dossier.code(), original, read(original)));
    }

    private Uni<Printed> make(Dossier dossier, Form kind, long sequence) {
        return store.history(dossier.id(), sequence)
                .map(history -> due(history, kind, sequence))
                .flatMap(history -> store.file(dossier.id(), history))
                .map(file -> file.orElseThrow(FormDesk::notFound))
                .flatMap(file -> staff.roster().flatMap(roster -> press.take(() -> made(kind, file, roster))))
                .flatMap(made -> store.keep(dossier.id(), made.original())
                        .flatMap(kept -> kept ? first(dossier, made) : second(dossier, made)));
    }

    /** 404 where that fact gives no rise to that paper, or is not there. */
    private List<CaseFile.Entry> due(List<CaseFile.Entry> history, Form kind, long sequence) {
        var last = history.isEmpty() ? null : history.get(history.size() - 1);
        if (last == null || last.sequence() != sequence || !Composer.isDue(kind, last)) {
            throw notFound();
        }
        return history;
    }

    /** On a thread of the press. In the store before the row says so: a row never points at nothing. */
    private Made made(Form kind, CaseFile file, Roster roster) throws IOException {
        var rules = law.of(LegalProfile.of(file.last().event().dossier().legalProfile()));
        var bytes = seal.put(printer.print(new Composer(catalogue, rules, roster, file).compose(kind)));
        try (var arrival = spool.receive(new ByteArrayInputStream(bytes), limits.maxBytes())) {
            objects.put(arrival);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new Made(
                    new Original(
                            kind, file.last().sequence(), arrival.key().sha256(), bytes.length, seal.isInUse(), now),
                    bytes);
        }
    }

    private Uni<Printed> first(Dossier dossier, Made made) {
        metrics.counter("motcua.form.made", "kind", made.original().kind().name())
                .increment();
        LOG.infof(
                "form made dossier=%s kind=%s sequence=%d bytes=%d",
                dossier.id(), made.original().kind(), made.original().sequence(), made.bytes().length);
        return Uni.createFrom().item(new Printed(dossier.code(), made.original(), made.bytes()));
    }

    /** Somebody was quicker: theirs is the original. Ours, if it differs, is known to nobody. */
    private Uni<Printed> second(Dossier dossier, Made made) {
        return store.original(
                        dossier.id(), made.original().kind(), made.original().sequence())
                .map(original -> original.orElseThrow(FormDesk::notFound))
                .flatMap(original -> press.take(() -> {
                    if (!original.sha256().equals(made.original().sha256())) {
                        objects.delete(new ObjectKey(made.original().sha256()));
                    }
                    return new Printed(dossier.code(), original, read(original));
                }));
    }

    private byte[] read(Original original) throws IOException {
        try (var in = objects.open(new ObjectKey(original.sha256()))) {
            return in.readAllBytes();
        } catch (NoSuchObject gone) {
            LOG.errorf("form lost kind=%s sha256=%s", original.kind(), original.sha256());
            metrics.counter("motcua.form.lost").increment();
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .detail(
                            "Bản gốc đang không đọc được; đã báo người vận hành.",
                            "The original cannot be read now; the operators are told.");
        }
    }

    private List<FormView> views(Dossier dossier, List<CaseFile.Entry> history, List<Original> originals, Party who) {
        var kept = new HashMap<String, Original>();
        originals.forEach(each -> kept.put(each.kind() + "/" + each.sequence(), each));
        var views = new ArrayList<FormView>();
        for (var entry : history) {
            if (entry.event().dossier() == null) {
                continue;
            }
            var rules = law.of(LegalProfile.of(entry.event().dossier().legalProfile()));
            for (var kind : DueForms.of(entry.event())) {
                if (FormRights.mayHave(who, dossier, kind)) {
                    views.add(FormView.of(
                            dossier.id(),
                            kind,
                            entry,
                            Circular.of(entry, kind, rules).form(kind),
                            kept.get(kind + "/" + entry.sequence())));
                }
            }
        }
        return List.copyOf(views);
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có giấy tờ này.", "There is no such paper.");
    }
}
