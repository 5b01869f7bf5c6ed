package vn.motcua.dossier.numbering;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.casework.Intake;
import vn.motcua.dossier.casework.NumberRefusals;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Takes numbers out of a day ahead, and gives up those that nobody used. */
@ApplicationScoped
class NumberDesk {

    private static final Logger LOG = Logger.getLogger(NumberDesk.class);
    private static final int DAYS_AHEAD = 31;

    private final NumberStore store;
    private final Intake intake;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final int most;
    private final int mostReserved;

    NumberDesk(
            NumberStore store,
            Intake intake,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.numbers.largest-block", defaultValue = "500") int most,
            @ConfigProperty(name = "motcua.numbers.most-reserved", defaultValue = "5000") int mostReserved) {
        this.store = store;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
        this.most = most;
        this.mostReserved = mostReserved;
    }

    /** The same key again gets the block that it got first. */
    Uni<NumberBlock> reserve(ReservationRequest request, Party by, RequestKey key) {
        return store.by(key)
                .chain(earlier ->
                        earlier.map(found -> repeated(found, key)).orElseGet(() -> reserveAnew(request, by, key)));
    }

    private Uni<NumberBlock> reserveAnew(ReservationRequest request, Party by, RequestKey key) {
        check(request, by);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.reserve(
                        UuidCreator.getTimeOrderedEpoch(),
                        request.agency(),
                        request.date(),
                        request.size(),
                        at,
                        by.account(),
                        key,
                        mostReserved)
                .chain(reserved -> reserved
                        ? Uni.createFrom().voidItem()
                        : refusedUnlessRepeated(() -> reservedEnough(request), key))
                .onFailure(failure -> NumberStore.violates(failure, "day_counter_four_digits"))
                .recoverWithUni(() -> refusedUnlessRepeated(() -> usedUp(request), key))
                // A caller who hangs up does not stop a write on its way.
                .memoize()
                .indefinitely()
                .chain(() -> store.by(key))
                .chain(found -> repeated(found.orElseThrow(), key));
    }

    /** Two that come at once may both find no block of theirs: the later one gets what the earlier one took. */
    private Uni<Void> refusedUnlessRepeated(Supplier<Problem> refusal, RequestKey key) {
        return store.by(key)
                .chain(twin -> twin.isPresent()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(refusal::get));
    }

    private static Uni<NumberBlock> repeated(NumberStore.Found found, RequestKey key) {
        if (!key.sameRequest(found.digest())) {
            throw NumberRefusals.keyReused();
        }
        return Uni.createFrom().item(found.block());
    }

    private void check(ReservationRequest request, Party by) {
        var faults = new Faults();
        if (!intake.knows(request.agency())) {
            faults.unknown("/agency", "Mã cơ quan không có trong danh mục.", "The agency is not in the catalogue.");
        } else if (!Rights.mayNumber(by, request.agency())) {
            throw notYours();
        }
        var today = LocalDate.ofInstant(clock.instant(), DossierCode.ZONE);
        if (request.date() == null
                || request.date().isBefore(today)
                || request.date().isAfter(today.plusDays(DAYS_AHEAD))) {
            faults.rule(
                    "/date",
                    "Từ hôm nay đến " + DAYS_AHEAD + " ngày tới.",
                    "From today to " + DAYS_AHEAD + " days ahead.");
        }
        if (request.size() == null || request.size() < 1 || request.size() > most) {
            faults.rule("/size", "Từ 1 đến " + most + ".", "From 1 to " + most + ".");
        }
        faults.raise();
    }

    private Problem usedUp(ReservationRequest request) {
        metrics.counter("motcua_number_blocks_refused_total").increment();
        LOG.errorf(
                "a block of %d does not fit below %d: agency=%s day=%s",
                request.size(), DossierCode.HIGHEST, request.agency(), request.date());
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Ngày này của cơ quan không còn đủ số đến 9.999; xin dải nhỏ hơn hoặc ngày khác.",
                        "The agency's day has not so many numbers left below 9,999; ask for fewer, or for another day.")
                .with("reason", "CODES_USED_UP");
    }

    private Problem reservedEnough(ReservationRequest request) {
        metrics.counter("motcua_number_blocks_refused_total").increment();
        LOG.warnf(
                "a block of %d is more than may be reserved: most=%d agency=%s day=%s",
                request.size(), mostReserved, request.agency(), request.date());
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Ngày này của cơ quan đã dành trước quá nhiều số (nhiều nhất " + mostReserved
                                + "); số còn lại để cấp tại quầy.",
                        "Too many numbers of the agency's day would be reserved (at most " + mostReserved
                                + "); the others are for the counter.")
                .with("reason", "TOO_MANY_RESERVED");
    }

    Uni<List<NumberBlock>> of(String agency, LocalDate day, Party who) {
        mayNumber(agency, who);
        return store.of(agency, day)
                .map(found -> found.stream().map(NumberStore.Found::block).toList());
    }

    /** Closed twice is closed. */
    Uni<NumberBlock> close(UUID id, Party by) {
        return seen(id, by)
                .chain(block -> store.close(id, clock.instant().truncatedTo(ChronoUnit.MILLIS), by.account()))
                .memoize()
                .indefinitely()
                .chain(() -> seen(id, by));
    }

    Uni<NumberRegister> register(String agency, LocalDate day, Party who) {
        mayNumber(agency, who);
        return store.register(agency, day)
                .map(entries -> new NumberRegister(
                        agency,
                        day,
                        entries.isEmpty() ? 0 : entries.get(entries.size() - 1).to(),
                        entries));
    }

    private Uni<NumberBlock> seen(UUID id, Party who) {
        return store.byId(id)
                .map(found -> found.map(NumberStore.Found::block)
                        .filter(block -> Rights.mayNumber(who, block.agency()))
                        .orElseThrow(NumberRefusals::noBlock));
    }

    private static void mayNumber(String agency, Party who) {
        if (!Rights.mayNumber(who, agency)) {
            throw notYours();
        }
    }

    private static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail(
                        "Tài khoản này không cấp số cho cơ quan này.",
                        "This account does not give out numbers of this agency.");
    }
}
