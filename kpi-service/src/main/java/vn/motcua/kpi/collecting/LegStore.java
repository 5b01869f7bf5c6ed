package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegOutcome;

/** The parts that other agencies do: one statement for a whole poll, and none for a poll without them. */
@ApplicationScoped
class LegStore {

    private static final String LEGS = """
            insert into leg_measurement (dossier_id, number, agency, opened_on, due_on, finished_on, withdrawn)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::date[], $5::date[], $6::date[], $7::boolean[])
            on conflict (dossier_id, number) do update set (agency, opened_on, due_on, finished_on, withdrawn)
              = (excluded.agency, excluded.opened_on, excluded.due_on, excluded.finished_on, excluded.withdrawn)
            """;

    Uni<Void> legs(SqlConnection tx, Map<Poll.LegKey, Leg> latest) {
        var rows = Tuple.tuple();
        rows.addValue(latest.keySet().stream().map(Poll.LegKey::dossier).toArray(UUID[]::new));
        rows.addValue(latest.keySet().stream().map(Poll.LegKey::number).toArray(Integer[]::new));
        rows.addValue(latest.values().stream().map(leg -> leg.agency().code()).toArray(String[]::new));
        days(rows, latest, Leg::openedAt);
        days(rows, latest, Leg::dueAt);
        days(rows, latest, Leg::finishedAt);
        rows.addValue(latest.values().stream()
                .map(leg -> leg.outcome() == LegOutcome.WITHDRAWN)
                .toArray(Boolean[]::new));
        return tx.preparedQuery(LEGS).execute(rows).replaceWithVoid();
    }

    private static void days(Tuple rows, Map<Poll.LegKey, Leg> latest, Function<Leg, Instant> column) {
        rows.addValue(
                latest.values().stream().map(leg -> Days.of(column.apply(leg))).toArray(LocalDate[]::new));
    }
}
