package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.postal.events.PostalState;

/** One statement for a whole poll, whatever its size. */
@ApplicationScoped
class MeasurementStore {

    // What only single facts say outlives the polls that do not repeat it; of several answers the first holds,
    // and a date that moves after it is of the answer to papers that came later.
    private static final String DOSSIERS = """
            insert into dossier_measurement as known (dossier_id, agency, procedure, sector, channel, origin, status,
                submitted_on, accepted_on, due_on, original_due_on, paused_on, ended_on, returned_on, voided_on,
                reply_due_at, replied_at, reply_late, supplements, extended, rated_on, rating, paid_online,
                procedure_version, certified, granted, digitised, owed)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::date[], $9::date[], $10::date[], $11::date[], $12::date[], $13::date[], $14::date[], $15::date[],
                $16::timestamptz[], $17::timestamptz[], $18::boolean[], $19::int[], $20::boolean[], $21::date[], $22::int[],
                $23::boolean[], $24::int[], $25::boolean[], $26::boolean[], $27::boolean[], $28::boolean[])
            on conflict (dossier_id) do update set (agency, procedure, sector, channel, origin, status,
                submitted_on, accepted_on, due_on, original_due_on, paused_on, ended_on, returned_on, voided_on,
                reply_due_at, replied_at, reply_late, supplements, extended, rated_on, rating, paid_online,
                procedure_version, certified, granted, digitised, owed)
              = (excluded.agency, excluded.procedure, excluded.sector, excluded.channel, excluded.origin, excluded.status,
                excluded.submitted_on, excluded.accepted_on, excluded.due_on, excluded.original_due_on, excluded.paused_on,
                excluded.ended_on, excluded.returned_on, excluded.voided_on,
                case when known.replied_at is null then coalesce(excluded.reply_due_at, known.reply_due_at) else known.reply_due_at end,
                coalesce(known.replied_at, excluded.replied_at),
                coalesce(excluded.reply_late, known.reply_late), coalesce(excluded.supplements, known.supplements),
                coalesce(excluded.extended, known.extended), coalesce(excluded.rated_on, known.rated_on),
                coalesce(excluded.rating, known.rating), coalesce(excluded.paid_online, known.paid_online),
                excluded.procedure_version, coalesce(excluded.certified, known.certified), coalesce(excluded.granted, known.granted),
                coalesce(excluded.digitised, known.digitised), coalesce(excluded.owed, known.owed))
            """;

    private static final String PARCELS = """
            insert into parcel_measurement (dossier_id, run, agency, status, promised_on, handed_over_on, delivered_on, failed_attempts)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::date[], $6::date[], $7::date[], $8::int[])
            on conflict (dossier_id, run) do update set (agency, status, promised_on, handed_over_on, delivered_on, failed_attempts)
              = (excluded.agency, excluded.status, excluded.promised_on, excluded.handed_over_on, excluded.delivered_on,
                 excluded.failed_attempts)
            """;

    /** A mirrored dossier's procedure need not be in the catalogue. */
    private static String sector(DossierState state) {
        var sector = state.procedure().sector();
        return sector == null ? "UNKNOWN" : sector;
    }

    /** Which parcel of which dossier: as good as its own id, and it joins. */
    record ParcelKey(UUID dossier, int run) {}

    Uni<Void> dossiers(SqlConnection tx, Map<UUID, Told> told) {
        var states = told.values().stream().map(Told::state).toList();
        var rows = Tuple.tuple();
        rows.addValue(told.keySet().toArray(UUID[]::new));
        texts(rows, states, state -> state.agency().code());
        texts(rows, states, state -> state.procedure().code());
        texts(rows, states, MeasurementStore::sector);
        texts(rows, states, state -> state.channel().name());
        texts(rows, states, state -> state.origin().name());
        texts(rows, states, state -> state.status().name());
        days(rows, states, state -> Days.of(state.submittedAt()));
        days(rows, states, state -> Days.of(state.acceptedAt()));
        days(rows, states, state -> Days.of(state.dueAt()));
        days(rows, states, state -> Days.of(state.originalDueAt()));
        days(rows, states, state -> Days.of(state.pausedSince()));
        days(rows, states, state -> Days.of(state.endedAt()));
        days(rows, states, state -> Days.of(state.returnedAt()));
        days(rows, states, state -> Days.of(state.voidedAt()));
        instants(rows, told.values(), one -> one.reply().dueAt());
        instants(rows, told.values(), one -> one.reply().at());
        rows.addValue(told.values().stream().map(one -> one.reply().late()).toArray(Boolean[]::new));
        rows.addValue(told.values().stream().map(Told::supplements).toArray(Integer[]::new));
        rows.addValue(told.values().stream().map(Told::extended).toArray(Boolean[]::new));
        days(rows, told.values(), one -> Days.of(one.ratedAt()));
        rows.addValue(told.values().stream().map(Told::rating).toArray(Integer[]::new));
        rows.addValue(told.values().stream().map(one -> one.money().online()).toArray(Boolean[]::new));
        rows.addValue(states.stream().map(state -> state.procedure().version()).toArray(Integer[]::new));
        rows.addValue(told.values().stream().map(one -> one.filed().certified()).toArray(Boolean[]::new));
        rows.addValue(told.values().stream().map(one -> one.filed().granted()).toArray(Boolean[]::new));
        rows.addValue(told.values().stream().map(one -> one.filed().digitised()).toArray(Boolean[]::new));
        rows.addValue(told.values().stream().map(one -> one.money().owed()).toArray(Boolean[]::new));
        return tx.preparedQuery(DOSSIERS).execute(rows).replaceWithVoid();
    }

    Uni<Void> parcels(SqlConnection tx, Map<ParcelKey, PostalState> latest) {
        var states = latest.values();
        var rows = Tuple.tuple();
        rows.addValue(latest.keySet().stream().map(ParcelKey::dossier).toArray(UUID[]::new));
        rows.addValue(latest.keySet().stream().map(ParcelKey::run).toArray(Integer[]::new));
        texts(rows, states, state -> state.agency().code());
        texts(rows, states, state -> state.status().name());
        days(rows, states, PostalState::promisedDate);
        days(rows, states, state -> Days.of(state.handedOverAt()));
        days(rows, states, state -> Days.of(state.deliveredAt()));
        rows.addValue(states.stream().map(PostalState::failedAttempts).toArray(Integer[]::new));
        return tx.preparedQuery(PARCELS).execute(rows).replaceWithVoid();
    }

    private static <T> void texts(Tuple rows, Collection<T> states, Function<T, String> column) {
        rows.addValue(states.stream().map(column).toArray(String[]::new));
    }

    private static <T> void days(Tuple rows, Collection<T> states, Function<T, LocalDate> column) {
        rows.addValue(states.stream().map(column).toArray(LocalDate[]::new));
    }

    private static <T> void instants(Tuple rows, Collection<T> values, Function<T, Instant> column) {
        rows.addValue(values.stream()
                .map(column)
                .map(instant -> instant == null ? null : instant.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
    }
}
