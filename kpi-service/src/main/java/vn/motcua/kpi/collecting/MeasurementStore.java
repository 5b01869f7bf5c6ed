package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.postal.events.PostalState;

/** One statement for a whole poll, whatever its size. */
@ApplicationScoped
class MeasurementStore {

    private static final String DOSSIERS = """
            insert into dossier_measurement (dossier_id, agency, procedure, sector, channel, origin, status,
                accepted_on, due_on, original_due_on, ended_on, returned_on)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::date[], $9::date[], $10::date[], $11::date[], $12::date[])
            on conflict (dossier_id) do update set (agency, procedure, sector, channel, origin, status,
                accepted_on, due_on, original_due_on, ended_on, returned_on)
              = (excluded.agency, excluded.procedure, excluded.sector, excluded.channel, excluded.origin, excluded.status,
                excluded.accepted_on, excluded.due_on, excluded.original_due_on, excluded.ended_on, excluded.returned_on)
            """;

    private static final String PARCELS = """
            insert into parcel_measurement (dossier_id, agency, status, promised_on, handed_over_on, delivered_on, failed_attempts)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::date[], $7::int[])
            on conflict (dossier_id) do update set (agency, status, promised_on, handed_over_on, delivered_on, failed_attempts)
              = (excluded.agency, excluded.status, excluded.promised_on, excluded.handed_over_on, excluded.delivered_on,
                 excluded.failed_attempts)
            """;

    Uni<Void> dossiers(SqlConnection tx, Map<UUID, DossierState> latest) {
        var states = latest.values();
        var rows = Tuple.tuple();
        rows.addValue(latest.keySet().toArray(UUID[]::new));
        texts(rows, states, state -> state.agency().code());
        texts(rows, states, state -> state.procedure().code());
        texts(rows, states, state -> state.procedure().sector());
        texts(rows, states, state -> state.channel().name());
        texts(rows, states, state -> state.origin().name());
        texts(rows, states, state -> state.status().name());
        days(rows, states, state -> Days.of(state.acceptedAt()));
        days(rows, states, state -> Days.of(state.dueAt()));
        days(rows, states, state -> Days.of(state.originalDueAt()));
        days(rows, states, state -> Days.of(state.endedAt()));
        days(rows, states, state -> Days.of(state.returnedAt()));
        return tx.preparedQuery(DOSSIERS).execute(rows).replaceWithVoid();
    }

    Uni<Void> parcels(SqlConnection tx, Map<UUID, PostalState> latest) {
        var states = latest.values();
        var rows = Tuple.tuple();
        rows.addValue(latest.keySet().toArray(UUID[]::new));
        texts(rows, states, PostalState::agency);
        texts(rows, states, state -> state.status().name());
        days(rows, states, PostalState::promisedDate);
        days(rows, states, state -> Days.of(state.handedOverAt()));
        days(rows, states, state -> Days.of(state.deliveredAt()));
        rows.addValue(states.stream().map(PostalState::attempt).toArray(Integer[]::new));
        return tx.preparedQuery(PARCELS).execute(rows).replaceWithVoid();
    }

    private static <T> void texts(Tuple rows, Collection<T> states, Function<T, String> column) {
        rows.addValue(states.stream().map(column).toArray(String[]::new));
    }

    private static <T> void days(Tuple rows, Collection<T> states, Function<T, LocalDate> column) {
        rows.addValue(states.stream().map(column).toArray(LocalDate[]::new));
    }
}
