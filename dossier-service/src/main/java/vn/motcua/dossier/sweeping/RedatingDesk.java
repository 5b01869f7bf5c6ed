package vn.motcua.dossier.sweeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiFunction;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Redating;
import vn.motcua.dossier.payments.PaymentStore;

/** What a calendar dates otherwise than it was promised: finds it, and moves it, each dossier in a step of its own. */
@ApplicationScoped
class RedatingDesk {

    private static final Dates.Since NEVER = new Dates.Since(null, null);

    private final Sweeps sweeps;
    private final PaymentStore payments;
    private final OpenDossiersStore store;
    private final Acts acts;
    private final Dates dates;
    private final Clock clock;

    RedatingDesk(Sweeps sweeps, PaymentStore payments, OpenDossiersStore store, Acts acts, Dates dates, Clock clock) {
        this.sweeps = sweeps;
        this.payments = payments;
        this.store = store;
        this.acts = acts;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * @param all by their present due date, those without one first, then by their code
     * @param undated codes of those that would move into a year whose days off are not published
     */
    record Shown(List<RedatingView> all, List<String> undated) {}

    /** @param undated codes of those that keep their dates until a year's days off are published */
    record Moved(int count, List<String> undated) {}

    /** What the calendar of now would move of these agencies; not fewer than so many where there are as many. */
    Uni<Shown> wouldMove(List<String> agencies, int most) {
        return wouldMove(agencies, dates, most);
    }

    /** The same by another calendar. */
    Uni<Shown> wouldMove(List<String> agencies, Dates counted, int most) {
        var asked = Set.copyOf(agencies);
        var undated = new ConcurrentSkipListSet<String>();
        return sweeps.concerning(
                        agencies,
                        most,
                        id -> found(id, asked, counted, undated).map(change -> change.map(Change::view)))
                .map(all -> new Shown(all.stream().sorted(RedatingView.BY_DATE).toList(), List.copyOf(undated)));
    }

    /** Moves what the calendar of now dates otherwise; not fewer than so many where there are as many. */
    Uni<Moved> move(List<String> agencies, String account, int most) {
        var asked = Set.copyOf(agencies);
        var undated = new ConcurrentSkipListSet<String>();
        return sweeps.concerning(agencies, most, id -> moved(id, asked, account, undated))
                .map(moved -> new Moved(moved.size(), List.copyOf(undated)));
    }

    /** Empty where nothing would move, and where nobody can say. @param undated takes the codes of the latter, from several threads */
    private Uni<Optional<Change>> found(UUID id, Set<String> asked, Dates counted, Set<String> undated) {
        return acts.look(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : since(found.get()).map(since -> change(found.get(), since, asked, counted, undated)));
    }

    private Optional<Change> change(
            Dossier dossier, Dates.Since since, Set<String> asked, Dates counted, Set<String> undated) {
        try {
            var redating = counted.redating(dossier, since, asked::contains, clock.instant());
            return redating.isNothing() ? Optional.empty() : Optional.of(new Change(dossier, since, redating));
        } catch (Problem problem) {
            if (problem.type() != ProblemType.CALENDAR_NOT_PUBLISHED) {
                throw problem;
            }
            undated.add(dossier.code());
            return Optional.empty();
        }
    }

    /** The history is asked only where it could say anything. */
    private Uni<Dates.Since> since(Dossier dossier) {
        var flow = dossier.course().flow();
        return dossier.course().askedBefore() > 0 && dossier.status() == DossierStatus.SUBMITTED
                        || flow != null && flow.dueAt() != null
                ? store.since(dossier)
                : Uni.createFrom().item(NEVER);
    }

    private Uni<Optional<UUID>> moved(UUID id, Set<String> asked, String account, Set<String> undated) {
        return found(id, asked, dates, undated)
                .chain(change -> change.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : moved(change.get(), asked, account).map(taken -> taken ? Optional.of(id) : Optional.empty()));
    }

    /** What is paid online is paid under a request of its own, which ends when the dossier waits no longer. */
    private Uni<Boolean> moved(Change change, Set<String> asked, String account) {
        var id = change.dossier().id();
        var request = change.dossier().course().owed().request();
        var until = change.redating().deadline();
        BiFunction<Dossier, Instant, Attempt> deed =
                (dossier, at) -> dossier.timekeeping().redate(redating(change, dossier, asked, at), at);
        return request == null || until == null
                ? acts.take(id, account, deed)
                : acts.takeWith(id, account, tx -> payments.prolong(tx, request, until), deed);
    }

    /** Whoever took a step meanwhile gave its dates by the calendar of now; what is left is found when it is ordered again. */
    private Redating redating(Change found, Dossier dossier, Set<String> asked, Instant at) {
        return dossier.sequence() == found.dossier().sequence()
                ? dates.redating(dossier, found.since(), asked::contains, at)
                : Redating.NOTHING;
    }
}
