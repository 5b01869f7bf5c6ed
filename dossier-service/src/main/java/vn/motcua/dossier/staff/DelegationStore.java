package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.staff.roster.Delegation;

/** Delegations. Each write is one statement that is its own transaction and moves the list's version if it changed anything. */
@ApplicationScoped
class DelegationStore {

    /** What a key was used for. @param revokes whether to revoke and not to delegate */
    record Used(Delegation delegation, boolean revokes, byte[] digest) {}

    private static final String COLUMNS =
            "id, from_account, to_account, mode, agency, procedure, sector, valid_from, valid_to, revoked_from, document";

    private static final String ADD = """
            with written as (
              insert into delegation (id, from_account, to_account, mode, agency, procedure, sector, valid_from, valid_to, document, recorded_at,
                request_scope, request_key, request_digest)
              select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
              where not exists (select from delegation where revoked_by = $12 and revocation_key = $13)
              on conflict (request_scope, request_key) do nothing
              returning id)
            , told as (update staff_version set version = version + 1 where exists (select from written))
            select id from written""";

    private static final String REVOKE = """
            with written as (
              update delegation
              set revoked_from = $2, revoked_at = $3, revoked_by = $4, revocation_note = $5, revocation_key = $6, revocation_digest = $7
              where id = $1 and revoked_from is null
                and not exists (select from delegation where request_scope = $4 and request_key = $6)
                and not exists (select from delegation where revoked_by = $4 and revocation_key = $6)
              returning id)
            , told as (update staff_version set version = version + 1 where exists (select from written))
            select id from written""";

    private static final String BY_KEY = "select " + COLUMNS + """
            , revocation_key is not distinct from $2 and revoked_by is not distinct from $1 as revokes, request_digest, revocation_digest
            from delegation where (request_scope = $1 and request_key = $2) or (revoked_by = $1 and revocation_key = $2)
            limit 1""";

    private static final String OF_AGENCY = "select " + COLUMNS + """
             from delegation
            where (agency = $1::text or starts_with(agency, $1::text || '.')) and id > $3
              and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) and (revoked_from is null or revoked_from > $2::date)
            order by id limit $4""";

    private final Pool pool;

    DelegationStore(Pool pool) {
        this.pool = pool;
    }

    /** False if the key was used before, for whatever. */
    Uni<Boolean> add(Delegation one, Instant at, RequestKey key) {
        return pool.preparedQuery(ADD)
                .execute(tuple(
                        one.id(),
                        one.from(),
                        one.to(),
                        one.mode().name(),
                        one.agency(),
                        one.procedure(),
                        one.sector(),
                        one.validFrom(),
                        one.validTo(),
                        one.document(),
                        at.atOffset(ZoneOffset.UTC),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest())))
                .map(rows -> rows.size() == 1);
    }

    /** False if it is revoked already, or the key was used before, for whatever. */
    Uni<Boolean> revoke(UUID id, LocalDate from, Instant at, String note, RequestKey key) {
        return pool.preparedQuery(REVOKE)
                .execute(tuple(
                        id,
                        from,
                        at.atOffset(ZoneOffset.UTC),
                        key.scope(),
                        note,
                        key.key(),
                        Buffer.buffer(key.digest())))
                .map(rows -> rows.size() == 1);
    }

    Uni<Optional<Delegation>> byId(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from delegation where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StaffStore.list(rows, DelegationStore::delegation).stream()
                        .findFirst());
    }

    Uni<Optional<Used>> byKey(RequestKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(key.scope(), key.key()))
                .map(rows -> StaffStore.list(rows, row -> {
                            var revokes = row.getBoolean("revokes");
                            var digest = row.getBuffer(revokes ? "revocation_digest" : "request_digest");
                            return new Used(delegation(row), revokes, digest.getBytes());
                        })
                        .stream()
                        .findFirst());
    }

    /** Those that hold on a day within an agency and below it, by id, after an id. */
    Uni<List<Delegation>> ofAgency(String agency, LocalDate day, UUID after, int limit) {
        return pool.preparedQuery(OF_AGENCY)
                .execute(Tuple.of(agency, day, after, limit))
                .map(rows -> StaffStore.list(rows, DelegationStore::delegation));
    }

    /** Those given and received by an account that are not over by that day, by first day. */
    Uni<List<Delegation>> about(String account, LocalDate day) {
        return pool.preparedQuery("select " + COLUMNS + """
                         from delegation
                        where (from_account = $1 or to_account = $1) and (valid_to is null or valid_to >= $2) and (revoked_from is null or revoked_from > $2)
                        order by valid_from, id""")
                .execute(Tuple.of(account, day))
                .map(rows -> StaffStore.list(rows, DelegationStore::delegation));
    }

    static Uni<List<Delegation>> holdingSince(SqlConnection tx, LocalDate since) {
        return tx.preparedQuery("select " + COLUMNS + " from delegation where valid_to is null or valid_to >= $1")
                .execute(Tuple.of(since))
                .map(rows -> StaffStore.list(rows, DelegationStore::delegation));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(new ArrayList<>(Arrays.asList(values)));
    }

    private static Delegation delegation(Row row) {
        return new Delegation(
                row.getUUID("id"),
                row.getString("from_account"),
                row.getString("to_account"),
                Delegation.Mode.valueOf(row.getString("mode")),
                row.getString("agency"),
                row.getString("procedure"),
                row.getString("sector"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                row.getLocalDate("revoked_from"),
                row.getString("document"));
    }
}
