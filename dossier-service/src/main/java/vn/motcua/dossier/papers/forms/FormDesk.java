package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.RatingCode;
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

    /** @param rating the code that it bears; null without one */
    private record Made(Original original, byte[] bytes, RatingCode rating) {}

    private final Acts dossiers;
    private final FormStore store;
    private final Catalogue catalogue;
    private final Law law;
    private final StaffDesk staff;
    private final Standing standing;
    private final Press press;
    private final Originals originals;
    private final Seal seal;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Printer printer;
    private final SecureRandom chance = new SecureRandom();

    FormDesk(
            Acts dossiers,
            FormStore store,
            Catalogue catalogue,
            Law law,
            StaffDesk staff,
            Standing standing,
            Printer printer,
            Press press,
            Originals originals,
            Seal seal,
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
        this.originals = originals;
        this.seal = seal;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Every paper that the dossier's facts give rise to and that the party may have, in order of the facts. */
    Uni<List<FormView>> list(UUID id, Party who) {
        return seen(id, who)
                .flatMap(seen -> store.history(id, Long.MAX_VALUE)
                        .flatMap(history ->
                                store.originals(id).map(kept -> views(seen.dossier(), history, kept, seen.by()))));
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
                .flatMap(file -> staff.roster()
                        .flatMap(roster -> press.take(() -> made(kind, file, roster, rating(dossier, kind)))))
                .flatMap(made -> store.keep(dossier.id(), made.original(), digest(dossier, made.rating()))
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

    /** On a thread of the press. In the store before the row says so: a row never points at nothing, and what no row points at goes. */
    private Made made(Form kind, CaseFile file, Roster roster, RatingCode rating) throws IOException {
        var rules = law.of(LegalProfile.of(file.last().event().dossier().legalProfile()));
        var bytes = seal.put(printer.print(new Composer(catalogue, rules, roster, file).compose(kind, rating)));
        var sha256 = originals.lay(bytes, clock.instant());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var original = new Original(kind, file.last().sequence(), sha256, bytes.length, seal.isInUse(), now);
        return new Made(original, bytes, rating);
    }

    /** Each receipt of who has no account bears one of its own. Drawn, not derived: nobody can work it out who has not seen the paper. */
    private RatingCode rating(Dossier dossier, Form kind) {
        return kind == Form.RECEIPT && dossier.matter().citizen() == null ? RatingCode.draw(chance) : null;
    }

    private static byte[] digest(Dossier dossier, RatingCode rating) {
        return rating == null ? null : rating.digest(dossier.id());
    }

    private Uni<Printed> first(Dossier dossier, Made made) {
        metrics.counter("motcua.form.made", "kind", made.original().kind().name())
                .increment();
        LOG.infof(
                "form made dossier=%s kind=%s sequence=%d bytes=%d",
                dossier.id(), made.original().kind(), made.original().sequence(), made.bytes().length);
        return Uni.createFrom().item(new Printed(dossier.code(), made.original(), made.bytes()));
    }

    /**
     * Somebody was quicker: theirs is the original, and ours, if it differs, is known to nobody. Or the dossier was destroyed meanwhile: then there is none.
     * Ours goes by its mark.
     */
    private Uni<Printed> second(Dossier dossier, Made made) {
        return store.original(
                        dossier.id(), made.original().kind(), made.original().sequence())
                .map(original -> original.orElseThrow(FormDesk::notFound))
                .flatMap(original -> reprint(dossier, original));
    }

    private byte[] read(Original original) throws IOException {
        return originals.read(original.kind().name(), original.sha256());
    }

    private List<FormView> views(Dossier dossier, List<CaseFile.Entry> history, List<Original> kept, Party who) {
        var known = new HashMap<String, Original>();
        kept.forEach(each -> known.put(each.kind() + "/" + each.sequence(), each));
        return due(history).stream()
                .filter(due -> FormRights.mayHave(who, dossier, due.kind()))
                .map(due -> {
                    var rules =
                            law.of(LegalProfile.of(due.entry().event().dossier().legalProfile()));
                    return FormView.of(
                            dossier.id(),
                            due.kind(),
                            due.entry(),
                            Circular.of(due.entry(), due.kind(), rules).form(due.kind()),
                            known.get(due.name()));
                })
                .toList();
    }

    /** A paper that a fact gives rise to. */
    private record Due(Form kind, CaseFile.Entry entry) {
        String name() {
            return kind + "/" + entry.sequence();
        }
    }

    /** In order of the facts. */
    private static List<Due> due(List<CaseFile.Entry> history) {
        var all = new ArrayList<Due>();
        for (var entry : history) {
            if (entry.event().dossier() != null) {
                DueForms.of(entry.event()).forEach(kind -> all.add(new Due(kind, entry)));
            }
        }
        return all;
    }

    /**
     * Makes what nobody has asked for yet and what has to outlive the dossier: all that the applicant was to get, and the last control slip, which says
     * what the ones before it say. One after the other; again is the same. Rights are the caller's business.
     */
    Uni<Void> makeAll(UUID id) {
        return dossiers.look(id)
                .map(found -> found.filter(dossier -> !dossier.isDestroyed()).orElseThrow(FormDesk::notFound))
                .flatMap(dossier -> store.history(id, Long.MAX_VALUE)
                        .flatMap(history -> store.originals(id).map(kept -> unmade(history, kept)))
                        .flatMap(unmade -> Multi.createFrom()
                                .iterable(unmade)
                                .onItem()
                                .transformToUniAndConcatenate(due ->
                                        make(dossier, due.kind(), due.entry().sequence()))
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    private static List<Due> unmade(List<CaseFile.Entry> history, List<Original> kept) {
        var wanted = new ArrayList<Due>();
        Due slip = null;
        for (var due : due(history)) {
            if (due.kind().isForTheApplicant()) {
                wanted.add(due);
            } else {
                slip = due;
            }
        }
        if (slip != null) {
            wanted.add(slip);
        }
        var made =
                kept.stream().map(each -> each.kind() + "/" + each.sequence()).collect(Collectors.toSet());
        return wanted.stream().filter(due -> !made.contains(due.name())).toList();
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có giấy tờ này.", "There is no such paper.");
    }
}
