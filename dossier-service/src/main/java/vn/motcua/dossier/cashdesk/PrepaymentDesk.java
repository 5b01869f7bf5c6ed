package vn.motcua.dossier.cashdesk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.casework.Fees;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.payments.PaymentReference;
import vn.motcua.dossier.payments.PaymentRow;
import vn.motcua.dossier.payments.PaymentStore;
import vn.motcua.dossier.payments.PaymentsConfig;
import vn.motcua.dossier.payments.Transactions;

/** Where a citizen asks to pay before there is a dossier. Fails with a {@link Problem}: rule-violated, unknown-code, key-reused, barred. */
@ApplicationScoped
class PrepaymentDesk {

    private final Catalogue catalogue;
    private final Fees fees;
    private final PaymentStore payments;
    private final Transactions transactions;
    private final PaymentsConfig config;
    private final Clock clock;

    PrepaymentDesk(
            Catalogue catalogue,
            Fees fees,
            PaymentStore payments,
            Transactions transactions,
            PaymentsConfig config,
            Clock clock) {
        this.catalogue = catalogue;
        this.fees = fees;
        this.payments = payments;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /** Gives a reference for what is paid in advance; the same key and content get the same one again. */
    Uni<PaymentView> ask(PrepaymentRequest body, Caller caller, RequestKey key) {
        var reading = transactions.reading();
        var now = now();
        return payments.asked(reading, key)
                .chain(known -> known.map(one -> Uni.createFrom().item(again(one, key)))
                        .orElseGet(() -> payments.openOf(reading, caller.citizen(), now.minus(config.valid()))
                                .map(open -> fresh(body, caller, open, now))
                                .chain(row -> payments.ask(reading, row, key)
                                        .chain(kept -> kept
                                                ? Uni.createFrom().item(row)
                                                : payments.asked(reading, key)
                                                        .map(twin -> again(twin.orElseThrow(), key))))))
                .map(row -> PaymentView.of(row, true, now));
    }

    /** The payment as whoever asks may know it; empty for what is not theirs. */
    Uni<Optional<PaymentView>> find(String reference, Caller caller) {
        var reading = transactions.reading();
        return payments.find(reading, reference).chain(found -> {
            var mine = found.filter(row -> isTheirs(row, caller));
            if (mine.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var row = mine.get();
            var awaited = row.dossier() == null || row.state() != PaymentRow.State.OPEN
                    ? Uni.createFrom().item(true)
                    : payments.isAwaited(reading, row.dossier());
            return awaited.map(waits -> Optional.of(PaymentView.of(row, waits, now())));
        });
    }

    private static boolean isTheirs(PaymentRow row, Caller caller) {
        return caller.citizen() != null && caller.citizen().equals(row.citizen())
                || caller.is(Role.CASHIER) && caller.covers(row.agency());
    }

    private static PaymentRow again(PaymentStore.Asked known, RequestKey key) {
        if (!key.sameRequest(known.digest())) {
            throw Problem.of(ProblemType.KEY_REUSED);
        }
        return known.row();
    }

    private PaymentRow fresh(PrepaymentRequest body, Caller caller, long open, Instant now) {
        if (open >= config.mostOpen()) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Có quá nhiều khoản thanh toán đang chờ; hãy dùng hoặc để các khoản đó hết hạn.",
                            "Too many payments are waiting; make them or let them expire.")
                    .with("reason", "TOO_MANY_OPEN");
        }
        var faults = new Faults();
        var procedure = procedure(body, LocalDate.ofInstant(now, DossierCode.ZONE), faults);
        faults.raise();
        var tariff = Fees.bill(procedure);
        var amount =
                tariff.relieved(fees.reliefs(body.reliefs(), tariff, faults)).outstandingBefore();
        if (faults.none() && amount < 1) {
            faults.rule(
                    "/procedure",
                    "Thủ tục này không có khoản phải nộp trước.",
                    "Nothing is paid in advance for this procedure.");
        }
        faults.raise();
        return new PaymentRow(
                PaymentReference.fresh(),
                null,
                caller.citizen(),
                body.agency(),
                procedure.code(),
                procedure.version(),
                amount,
                PaymentRow.State.OPEN,
                now,
                now.plus(config.valid()),
                null,
                null);
    }

    private Procedure procedure(PrepaymentRequest body, LocalDate day, Faults faults) {
        var procedure =
                body.procedure() == null ? Optional.<Procedure>empty() : catalogue.procedureOn(body.procedure(), day);
        if (procedure.isEmpty()) {
            faults.unknown(
                    "/procedure",
                    "Thủ tục không có trong danh mục vào ngày này.",
                    "The procedure is not in the catalogue on that day.");
            return null;
        }
        if (body.agency() == null || catalogue.agency(body.agency()).isEmpty()) {
            faults.unknown("/agency", "Mã cơ quan không có trong danh mục.", "The agency is not in the catalogue.");
        } else if (!catalogue.competentOn(procedure.get(), body.agency(), day)) {
            faults.rule(
                    "/agency",
                    "Cơ quan không có thẩm quyền giải quyết thủ tục này.",
                    "The agency is not competent for this procedure.");
        }
        if (!procedure.get().online()) {
            faults.rule("/procedure", "Thủ tục này không nhận hồ sơ trực tuyến.", "This procedure is not open online.");
        }
        return procedure.get();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
