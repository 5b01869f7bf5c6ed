package vn.motcua.postal.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The carrier's reports, once each by (item, status, time). */
@ApplicationScoped
class ReportStore {

    private static final String RECORD = """
            insert into carrier_report (item_code, status, time)
            select item_code, status, time from unnest($1::text[], $2::integer[], $3::timestamptz[]) as r (item_code, status, time)
            order by item_code, status, time
            on conflict do nothing
            returning item_code, status, time""";

    private static final String WAITING =
            "select item_code, status, time from carrier_report where item_code = any($1) and effect is null";

    private static final String SETTLE = """
            update carrier_report r set effect = s.effect
            from unnest($1::text[], $2::integer[], $3::timestamptz[], $4::text[]) as s (item_code, status, time, effect)
            where r.item_code = s.item_code and r.status = s.status and r.time = s.time""";

    /** A report and what became of it. */
    record Settled(StoredReport report, String effect) {}

    /** Keeps those that were not said before, and answers them. */
    Uni<List<StoredReport>> record(SqlConnection tx, List<StoredReport> reports) {
        return tx.preparedQuery(RECORD).execute(columns(reports).tuple()).map(ReportStore::read);
    }

    /** What was said about these items and has had no effect yet. */
    Uni<List<StoredReport>> waiting(SqlConnection tx, Collection<String> items) {
        return tx.preparedQuery(WAITING)
                .execute(Tuple.of(items.toArray(String[]::new)))
                .map(ReportStore::read);
    }

    Uni<Void> settle(SqlConnection tx, List<Settled> settled) {
        if (settled.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = columns(settled.stream().map(Settled::report).toList()).tuple();
        parameters.addValue(settled.stream().map(Settled::effect).toArray(String[]::new));
        return tx.preparedQuery(SETTLE).execute(parameters).replaceWithVoid();
    }

    private static Columns<StoredReport> columns(List<StoredReport> reports) {
        return Columns.of(reports)
                .add(String.class, StoredReport::itemCode)
                .add(Integer.class, StoredReport::status)
                .addInstant(StoredReport::time);
    }

    private static List<StoredReport> read(RowSet<Row> rows) {
        var reports = new ArrayList<StoredReport>(rows.size());
        rows.forEach(row -> reports.add(new StoredReport(
                row.getString("item_code"), row.getInteger("status"), Columns.instant(row.getOffsetDateTime("time")))));
        return reports;
    }
}
