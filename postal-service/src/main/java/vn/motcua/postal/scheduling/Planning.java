package vn.motcua.postal.scheduling;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.postal.handover.ManifestStore;
import vn.motcua.postal.handover.OpenDay;
import vn.motcua.postal.returns.CutOff;
import vn.motcua.postal.returns.PostalReturn;
import vn.motcua.postal.scheduling.Intake.Completion;
import vn.motcua.postal.tracking.Agencies;
import vn.motcua.postal.tracking.PostalConfig;

/** Makes a parcel of a completion: its zone, its manifest, the date to expect. */
@ApplicationScoped
class Planning {

    private final PlanStore store;
    private final ManifestStore manifests;
    private final Agencies agencies;
    private final ZoneData zones;
    private final CutOff cutOff;
    private final Clock businessClock;

    Planning(
            PlanStore store,
            ManifestStore manifests,
            Agencies agencies,
            ZoneData zones,
            PostalConfig config,
            Clock businessClock) {
        this.store = store;
        this.manifests = manifests;
        this.agencies = agencies;
        this.zones = zones;
        this.cutOff = new CutOff(config.cutOff());
        this.businessClock = businessClock;
    }

    /**
     * A parcel that is about to be planned.
     *
     * @param path codes from the root down to the agency that sends it
     */
    record Plan(PostalReturn parcel, OpenDay day, Completion completion, List<String> path) {}

    /**
     * Plans a parcel for each completion whose dossier has none that may still move.
     *
     * @throws NotYet if the agency or the calendar of its year is not in the catalogue
     */
    Uni<Void> plan(SqlConnection tx, List<Completion> completions) {
        if (completions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = businessClock.instant();
        return store.addresses(tx, completions).flatMap(places -> {
            List<Plan> plans = completions.stream()
                    .map(completion -> plan(completion, places, now))
                    .toList();
            List<OpenDay> days = plans.stream().map(Plan::day).distinct().toList();
            return manifests.lockOpen(tx, days).flatMap(ids -> store.insert(tx, plans, ids));
        });
    }

    private Plan plan(Completion completion, Map<UUID, PlanStore.Place> places, Instant now) {
        var agency = agencies.of(completion.agency().code());
        var calendar = agencies.calendarOf(agency.code());
        var place = places.getOrDefault(completion.dossierId(), PlanStore.Place.UNKNOWN);
        var zone = zones.table().between(agency.code(), agency.district(), place.commune(), place.province());
        // Heard of late, it goes with the manifest that is open now, not with one that left already.
        var ready = completion.completedAt().isAfter(now) ? completion.completedAt() : now;
        try {
            var day = cutOff.manifestDay(ready, calendar);
            var parcel = PostalReturn.planned(
                    UuidCreator.getTimeOrderedEpoch(),
                    completion.dossierId(),
                    completion.dossierCode(),
                    agency.code(),
                    zone,
                    day,
                    calendar);
            var told = completion.agency().path();
            return new Plan(
                    parcel,
                    new OpenDay(agency.code(), day, cutOff.closesAt(day, calendar)),
                    completion,
                    told == null ? agency.path() : told);
        } catch (CalendarNotPublished missing) {
            throw new NotYet("CALENDAR|" + missing.calendarCode() + "|" + missing.year());
        }
    }
}
