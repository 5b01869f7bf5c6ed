package vn.motcua.dossier.sweeping;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.Dossier;

/** Which dossiers of some agencies are not closed. Those that a ministry's system masters are not ours to move. */
@ApplicationScoped
class OpenDossiersStore {

    private static final String OPEN = """
            select id from dossier
            where %s and id > $2 and origin <> 'MIRRORED'
              and status in ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', 'STOPPED', 'COMPLETED')
            order by id limit $3
            """;

    private static final String THEIRS = OPEN.formatted("agency = any($1::text[])");

    private static final String THEIRS_OR_IN_PART =
            OPEN.formatted("(agency = any($1::text[]) or holders && $1::text[])");

    private static final String IN_PART = OPEN.formatted("holders && $1::text[]");

    private static final String SINCE = """
            select max(time) filter (where type = 'vn.motcua.dossier.supplement-submitted.v1'),
              max(time) filter (where type in ('vn.motcua.dossier.processing-started.v1', 'vn.motcua.dossier.step-completed.v1',
                'vn.motcua.dossier.step-sent-back.v1', 'vn.motcua.dossier.step-recalled.v1'))
            from event where subject = $1
            """;

    private final Pool pool;

    OpenDossiersStore(Pool pool) {
        this.pool = pool;
    }

    /** By id, after the one given, at most so many. A page reads every open dossier of these agencies: for orders, not for requests. */
    Uni<List<UUID>> after(List<String> agencies, UUID last, int most) {
        return after(THEIRS, agencies, last, most);
    }

    /** The same with those of which these agencies have an open part. */
    Uni<List<UUID>> concerningAfter(List<String> agencies, UUID last, int most) {
        return after(THEIRS_OR_IN_PART, agencies, last, most);
    }

    /** The same of dossiers of which these agencies have an open part, whoever answers for them. */
    Uni<List<UUID>> withPartsAfter(List<String> agencies, UUID last, int most) {
        return after(IN_PART, agencies, last, most);
    }

    /** When the applicant's papers last came and the step of the workflow that is on began, as the history has it. */
    Uni<Dates.Since> since(Dossier dossier) {
        var corrected = dossier.course().clock().stream()
                .filter(entry -> entry.step() != null)
                .map(ClockEntry::at)
                .max(Instant::compareTo)
                .orElse(null);
        return pool.preparedQuery(SINCE).execute(Tuple.of(dossier.id())).map(rows -> {
            var row = rows.iterator().next();
            return new Dates.Since(
                    instant(row.getOffsetDateTime(0)), later(instant(row.getOffsetDateTime(1)), corrected));
        });
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private Uni<List<UUID>> after(String sql, List<String> agencies, UUID last, int most) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(agencies.toArray(String[]::new), last, most))
                .map(rows -> {
                    var ids = new ArrayList<UUID>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }
}
