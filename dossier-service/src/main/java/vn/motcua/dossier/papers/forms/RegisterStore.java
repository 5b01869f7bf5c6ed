package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * What a counter took in: first its own numbers in their order, which begin with the agency and the day, then what bears the number of another. One
 * range of an index for each. One statement: what a line says and the head of its history are of the same moment.
 */
@ApplicationScoped
class RegisterStore {

    private static final DateTimeFormatter DAY_OF_CODE = DateTimeFormatter.ofPattern("uuMMdd");

    private static final String OF_PERIOD = """
            select d.id, d.code, d.procedure, d.procedure_version, d.agency, d.status, d.return_method, d.submitted_at, d.due_at, d.returned_at,
              a.name, a.phone, a.address, a.commune, a.province, h.sequence, h.hash
            from (
                select id from dossier where code >= $1 and code < $2
                union
                select id from dossier where registered_by = $4 and submitted_at >= $5 and submitted_at < $6) taken
              join dossier d on d.id = taken.id left join applicant a on a.dossier_id = d.id
              left join lateral (select sequence, hash from event where subject = d.id order by sequence desc limit 1) h on true
            order by d.code >= $1 and d.code < $2 desc, d.code limit $3""";

    private final Pool pool;

    RegisterStore(Pool pool) {
        this.pool = pool;
    }

    /** Those that came in from the first day to the last, both included. Days of one century. */
    Uni<List<Register.Row>> of(String agency, LocalDate from, LocalDate to, int limit) {
        return pool.preparedQuery(OF_PERIOD)
                .execute(Tuple.of(begin(agency, from), begin(agency, to.plusDays(1)), limit)
                        .addString(agency)
                        .addOffsetDateTime(midnight(from))
                        .addOffsetDateTime(midnight(to.plusDays(1))))
                .map(rows -> {
                    var found = new ArrayList<Register.Row>();
                    rows.forEach(row -> found.add(row(row)));
                    return found;
                });
    }

    private static String begin(String agency, LocalDate day) {
        return agency + "-" + DAY_OF_CODE.format(day) + "-";
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(DossierCode.ZONE).toOffsetDateTime();
    }

    private static Register.Row row(Row row) {
        return new Register.Row(
                row.getUUID("id"),
                row.getString("code"),
                row.getString("procedure"),
                row.getInteger("procedure_version"),
                row.getString("agency"),
                DossierStatus.valueOf(row.getString("status")),
                ReturnMethod.valueOf(row.getString("return_method")),
                instant(row, "submitted_at"),
                instant(row, "due_at"),
                instant(row, "returned_at"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("commune"),
                row.getString("province"),
                row.getLong("sequence"),
                row.getString("hash"));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
