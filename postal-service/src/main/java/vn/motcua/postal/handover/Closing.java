package vn.motcua.postal.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.postal.returns.CutOff;
import vn.motcua.postal.returns.Zone;
import vn.motcua.postal.tracking.Agencies;
import vn.motcua.postal.tracking.PostalConfig;

/** Closes a manifest: what has a tracking number stays on it, what has none yet goes on with the next. */
@ApplicationScoped
class Closing {

    private final ManifestStore store;
    private final Agencies agencies;
    private final CutOff cutOff;

    Closing(ManifestStore store, Agencies agencies, PostalConfig config) {
        this.store = store;
        this.agencies = agencies;
        this.cutOff = new CutOff(config.cutOff());
    }

    /** Closes an open manifest that the caller has locked. */
    Uni<Void> close(SqlConnection tx, Manifest manifest, Instant at) {
        return store.close(tx, manifest.id(), at)
                .flatMap(closed -> store.withoutNumber(tx, manifest.id()))
                .flatMap(left -> left.isEmpty() ? Uni.createFrom().voidItem() : carryOver(tx, manifest, left, at));
    }

    private Uni<Void> carryOver(SqlConnection tx, Manifest manifest, Map<UUID, Zone> left, Instant at) {
        var calendar = agencies.calendarOf(manifest.agency());
        var day = cutOff.manifestDay(at, calendar);
        var next = new OpenDay(manifest.agency(), day, cutOff.closesAt(day, calendar));
        return store.lockOpen(tx, List.of(next))
                .flatMap(ids -> store.move(tx, ids.get(next), promised(left, day, calendar)));
    }

    private static Map<UUID, LocalDate> promised(Map<UUID, Zone> zones, LocalDate day, WorkingCalendar calendar) {
        var promised = new HashMap<UUID, LocalDate>();
        zones.forEach((id, zone) -> promised.put(id, zone.promised(day, calendar)));
        return promised;
    }
}
