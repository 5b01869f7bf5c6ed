package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.events.feedback.FeedbackState;

/** One statement for a whole poll, whatever its size. */
@ApplicationScoped
class FeedbackMeasurementStore {

    private static final String WRITE = """
            insert into feedback_measurement as known (feedback_id, agency, procedure, received_on, handled_on, late, rated_on, rating)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::boolean[], $7::date[], $8::int[])
            on conflict (feedback_id) do update set (agency, procedure, received_on, handled_on, late, rated_on, rating)
              = (excluded.agency, excluded.procedure, excluded.received_on, excluded.handled_on, coalesce(excluded.late, known.late),
                 coalesce(excluded.rated_on, known.rated_on), coalesce(excluded.rating, known.rating))
            """;

    Uni<Void> write(SqlConnection tx, Map<UUID, ToldOfFeedback> told) {
        var rows = Tuple.tuple();
        rows.addValue(told.keySet().toArray(UUID[]::new));
        rows.addValue(column(told, one -> one.state().agency().code(), String[]::new));
        rows.addValue(column(told, one -> procedure(one.state()), String[]::new));
        rows.addValue(column(told, one -> Days.of(one.state().receivedAt()), LocalDate[]::new));
        rows.addValue(column(told, one -> Days.of(one.handledAt()), LocalDate[]::new));
        rows.addValue(column(told, ToldOfFeedback::late, Boolean[]::new));
        rows.addValue(column(told, one -> Days.of(one.ratedAt()), LocalDate[]::new));
        rows.addValue(column(told, ToldOfFeedback::rating, Integer[]::new));
        return tx.preparedQuery(WRITE).execute(rows).replaceWithVoid();
    }

    private static String procedure(FeedbackState state) {
        return state.procedure() == null ? null : state.procedure().code();
    }

    private static <T> T[] column(
            Map<UUID, ToldOfFeedback> told,
            Function<ToldOfFeedback, T> value,
            java.util.function.IntFunction<T[]> array) {
        return told.values().stream().map(value).toArray(array);
    }
}
