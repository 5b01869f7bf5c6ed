package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.postal.reading.Rights;
import vn.motcua.postal.tracking.StepRequestStore;
import vn.motcua.postal.tracking.Transactions;

/** Has a failed order tried again. Only after FAILED, when the carrier is known not to have it: an order in doubt is asked for, not repeated. */
@ApplicationScoped
class RetryDesk {

    private final OrderStore orders;
    private final StepRequestStore requests;
    private final Transactions transactions;

    RetryDesk(OrderStore orders, StepRequestStore requests, Transactions transactions) {
        this.orders = orders;
        this.requests = requests;
        this.transactions = transactions;
    }

    Uni<Void> retry(UUID id, Caller caller, RequestKey key, long seen) {
        return transactions.write(tx -> orders.lock(tx, id).flatMap(found -> {
            var order = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            Rights.require(caller, order.agency());
            return requests.done(tx, key, id.toString())
                    .flatMap(done -> done ? Uni.createFrom().voidItem() : first(tx, id, order, key, seen));
        }));
    }

    private Uni<Void> first(SqlConnection tx, UUID id, OrderStore.Standing order, RequestKey key, long seen) {
        if (seen != order.retries()) {
            throw Problem.of(ProblemType.STALE)
                    .detail("Đã có người yêu cầu gửi lại.", "Somebody has asked for another try already.")
                    .with("etag", order.retries());
        }
        if (order.state() == OrderState.FAILED && !order.failed()) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Bưu điện đang giữ bưu gửi, không gửi lại đơn; hãy liên hệ bưu điện.",
                            "The carrier has the parcel, so it cannot be ordered again; talk to the carrier.")
                    .with("reason", "AT_CARRIER");
        }
        if (!order.failed()) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Chỉ gửi lại được đơn ở trạng thái FAILED; đơn này là " + order.state() + ".",
                            "Only a FAILED order can be tried again; this one is " + order.state() + ".")
                    .with("reason", order.state().name());
        }
        return orders.retry(tx, id).flatMap(done -> requests.keep(tx, key, id.toString()));
    }
}
