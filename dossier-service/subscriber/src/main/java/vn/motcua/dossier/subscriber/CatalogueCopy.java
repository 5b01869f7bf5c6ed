package vn.motcua.dossier.subscriber;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

/**
 * The service's copy of the catalogue, kept from {@code catalogue.v1}: a table, and a view of it in memory that answers at once from any thread.
 * The view may lag behind the topic by moments: what an event refers to and is not here is no error but {@link NotYet}. A miss
 * makes the view look at the table again. Of agencies and procedures the version is meant that is valid on the day; a fact's day is that of its {@code time}
 * in Viet Nam ({@link #day}). Of calendars and reasons the highest holds.
 */
@ApplicationScoped
public class CatalogueCopy {

    private static final Logger LOG = Logger.getLogger(CatalogueCopy.class);

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Misses within this time lead to one look. */
    private static final Duration LOOK_AFTER_MISS = Duration.ofMillis(200);

    private final CatalogueStore store;
    private final Sweep sweep;
    private final Vertx vertx;
    private final SubscriberConfig config;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile CatalogueView view = CatalogueView.of(List.of());
    private volatile CatalogueStore.State state = new CatalogueStore.State(0, 0);
    private volatile boolean stopped;

    CatalogueCopy(CatalogueStore store, Sweep sweep, Vertx vertx, SubscriberConfig config) {
        this.store = store;
        this.sweep = sweep;
        this.vertx = vertx;
        this.config = config;
    }

    /** The day of a moment, as the catalogue counts days. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, VIETNAM);
    }

    /** The agency as it is that day; as it was last, where no version is valid then. */
    public Optional<Agency> agency(String code, LocalDate day) {
        return found(view.on(Agency.class, code, day));
    }

    /** Whether there is, was or will be an agency of that code. */
    public boolean knowsAgency(String code) {
        return found(view.current(Agency.class, code)).isPresent();
    }

    public Optional<Agency> agency(String code, int version) {
        return found(view.exact(Agency.class, code, version));
    }

    /** All agencies, by code, each in its highest version. */
    public List<Agency> agencies() {
        return view.all(Agency.class);
    }

    /** The procedure as it is that day; as it was last, where no version is valid then. A dossier's own names its version. */
    public Optional<Procedure> procedure(String code, LocalDate day) {
        return found(view.on(Procedure.class, code, day));
    }

    /** Whether there is, was or will be a procedure of that code. */
    public boolean knowsProcedure(String code) {
        return found(view.current(Procedure.class, code)).isPresent();
    }

    public Optional<Procedure> procedure(String code, int version) {
        return found(view.exact(Procedure.class, code, version));
    }

    /** All procedures, by code, each in its highest version. */
    public List<Procedure> procedures() {
        return view.all(Procedure.class);
    }

    public Optional<WorkingCalendar> calendar(String code) {
        return found(view.current(WorkingCalendar.class, code));
    }

    public Optional<WorkingCalendar> calendar(String code, int version) {
        return found(view.exact(WorkingCalendar.class, code, version));
    }

    /** The working time of an agency: its calendar, with the days on which it or an agency above it departs from it. */
    public Optional<WorkingCalendar> calendarOf(Agency agency) {
        return found(view.calendarOf(agency));
    }

    public Optional<Reason> reason(String code) {
        return found(view.current(Reason.class, code));
    }

    void start(@Observes @Priority(900) StartupEvent starting) {
        refresh().await().atMost(Duration.ofSeconds(30));
        vertx.setPeriodic(config.catalogueRefresh().toMillis(), fired -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** Loads the table again if it has changed; then whatever waited for something is tried again. */
    Uni<Void> refresh() {
        return store.state()
                .chain(now -> now.equals(state)
                        ? Uni.createFrom().voidItem()
                        : store.all()
                                .invoke(rows -> {
                                    view = CatalogueView.of(rows);
                                    state = now;
                                })
                                .chain(sweep::wake));
    }

    private <T> Optional<T> found(Optional<T> entry) {
        if (entry.isEmpty() && !stopped && looking.compareAndSet(false, true)) {
            vertx.setTimer(LOOK_AFTER_MISS.toMillis(), fired -> {
                looking.set(false);
                look();
            });
        }
        return entry;
    }

    private void look() {
        if (!stopped) {
            refresh().subscribe().with(done -> {}, fault -> LOG.debugf("catalogue=\"%s\"", ParkingReason.of(fault)));
        }
    }
}
