package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.motcua.dossier.staff.roster.Absence;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.Roster;
import vn.motcua.dossier.staff.roster.StaffRole;

/** Officers, their absences, and the list's version. Each write is one statement that is its own transaction and moves the version if it changed anything. */
@ApplicationScoped
class StaffStore {

    /** What became of a post. */
    enum Saved {
        CREATED,
        CHANGED,
        /** It was so already. */
        UNCHANGED,
        /** It, or the open-ended post before it, which would end, is of a unit that the caller does not cover. */
        NOT_YOURS,
        /** On some day the account would hold two posts. */
        OVERLAPS
    }

    /** Somebody with all their posts and absences, by day. @param version of their ETag */
    record Person(String account, long version, List<Officer> posts, List<Absence> absences) {}

    private static final String OVERLAP = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 10;

    // Writers about one account take turns. The statement's snapshot is older than its turn: what it missed the
    // constraint finds, and it is tried anew.
    private static final String TURN =
            "turn as materialized (select pg_advisory_xact_lock(hashtextextended('officer ' || $1::text, 0)))";

    private static final String SAVE = "with " + TURN + """
            , fits as materialized (
              select 1 as one from turn where not exists (
                select from officer p
                where p.account = $1 and (p.valid_from = $2::date or (p.open and p.valid_from < $2::date and (p.valid_to is null or p.valid_to >= $2::date)))
                  and not (p.unit = $10::text or starts_with(p.unit, $10::text || '.'))))
            , closed as (
              update officer p set valid_to = $2::date - 1 from fits
              where p.account = $1 and p.open and p.valid_from < $2::date and (p.valid_to is null or p.valid_to >= $2::date))
            , written as (
              insert into officer as o (account, valid_from, valid_to, open, name, unit, position_code, position_vi, position_en, roles)
              select $1, $2::date,
                coalesce($3::date, (select min(n.valid_from) - 1 from officer n where n.account = $1 and n.valid_from > $2::date)),
                $3::date is null, $4, $5, $6, $7, $8, $9::text[]
              from fits
              on conflict (account, valid_from) do update
              set valid_to = excluded.valid_to, open = excluded.open, name = excluded.name, unit = excluded.unit, position_code = excluded.position_code,
                position_vi = excluded.position_vi, position_en = excluded.position_en, roles = excluded.roles
              where (o.valid_to, o.open, o.name, o.unit, o.position_code, o.position_vi, o.position_en, o.roles) is distinct from
                (excluded.valid_to, excluded.open, excluded.name, excluded.unit, excluded.position_code, excluded.position_vi, excluded.position_en, excluded.roles)
              returning old.account is null as created)
            , counted as (
              insert into officer_account as a (account, version) select $1, 1 from written
              on conflict (account) do update set version = a.version + 1)
            , told as (update staff_version set version = version + 1 where exists (select from written))
            select exists (select from fits) as fits, (select created from written) as created""";

    private static final String END = """
            with ended as (
              update officer set valid_to = $2::date, open = false
              where (unit = $1::text or starts_with(unit, $1::text || '.')) and valid_from <= $2::date
                and (valid_to is null or valid_to > $2::date) and account <> all($3::text[])
              returning account)
            , counted as (update officer_account a set version = version + 1 from ended where a.account = ended.account)
            , told as (update staff_version set version = version + 1 where exists (select from ended))
            select account from ended order by account""";

    private static final String REPLACE_ABSENCES = "with " + TURN + """
            , moved as (
              update officer_account a set version = version + 1 from turn where a.account = $1 and a.version = $2
              returning a.account, a.version)
            , gone as (delete from absence x using moved where x.account = moved.account and x.to_day >= $3::date)
            , fresh as (
              insert into absence (account, from_day, to_day, reason)
              select moved.account, wanted.* from moved cross join unnest($4::date[], $5::date[], $6::text[]) as wanted)
            , told as (update staff_version set version = version + 1 where exists (select from moved))
            select version from moved""";

    private static final String POST =
            "account, valid_from, valid_to, name, unit, position_code, position_vi, position_en, roles";

    private static final String OF_UNIT = "select " + POST + """
             from officer
            where (unit = $1::text or starts_with(unit, $1::text || '.')) and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)
              and account > $3
            order by account limit $4""";

    private final Pool pool;

    StaffStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Writes one post, known by its account and first day. Without a last day it lasts until the next one begins, whichever was told first, so
     * that the order of lines does not matter and the same lines change nothing the second time.
     *
     * @param scope the unit that covers what the caller may change
     */
    Uni<Saved> save(Officer post, String scope) {
        return Uni.createFrom()
                .deferred(() -> saveOnce(post, scope))
                .onFailure(StaffStore::isPassing)
                .retry()
                .atMost(TRIES - 1)
                .onFailure(failure -> isState(failure, OVERLAP))
                .recoverWithItem(Saved.OVERLAPS);
    }

    private Uni<Saved> saveOnce(Officer post, String scope) {
        return pool.preparedQuery(SAVE)
                .execute(Tuple.tuple(new ArrayList<>(java.util.Arrays.asList(
                        post.account(),
                        post.validFrom(),
                        post.validTo(),
                        post.name(),
                        post.unit(),
                        post.position().code(),
                        post.position().vi(),
                        post.position().en(),
                        post.roles().stream().map(StaffRole::word).sorted().toArray(String[]::new),
                        scope))))
                .map(rows -> {
                    var row = rows.iterator().next();
                    if (!row.getBoolean("fits")) {
                        return Saved.NOT_YOURS;
                    }
                    var created = row.getBoolean("created");
                    return created == null ? Saved.UNCHANGED : created ? Saved.CREATED : Saved.CHANGED;
                });
    }

    /** Makes the day the last one of every post of the unit and below it that holds then, but for those accounts. Those that it ended, by account. */
    Uni<List<String>> endOthers(String unit, LocalDate day, Collection<String> accounts) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(unit, day, accounts.toArray(String[]::new)))
                .map(rows -> list(rows, row -> row.getString("account")));
    }

    /**
     * Puts these in place of the absences that are not over by that day.
     *
     * @param version that the person must have; the new one, or empty if they have another
     * @throws PgException with state {@code 23P01} if two share a day
     */
    Uni<Optional<Long>> replaceAbsences(String account, long version, LocalDate day, List<Absence> absences) {
        return pool.preparedQuery(REPLACE_ABSENCES)
                .execute(Tuple.tuple(new ArrayList<>(List.of(
                        account,
                        version,
                        day,
                        absences.stream().map(Absence::from).toArray(LocalDate[]::new),
                        absences.stream().map(Absence::to).toArray(LocalDate[]::new),
                        absences.stream()
                                .map(absence -> absence.reason().name())
                                .toArray(String[]::new)))))
                .map(rows -> list(rows, row -> row.getLong("version")).stream().findFirst());
    }

    /** Whether the failure says that two ranges share a day. */
    static boolean isOverlap(Throwable failure) {
        return isState(failure, OVERLAP);
    }

    /** Posts of a unit and below it on a day, by account, after an account. */
    Uni<List<Officer>> ofUnit(String unit, LocalDate day, String after, int limit) {
        return pool.preparedQuery(OF_UNIT)
                .execute(Tuple.of(unit, day, after, limit))
                .map(rows -> list(rows, StaffStore::post));
    }

    /** The absences that are not over by that day, of these accounts. */
    Uni<List<Absence>> absences(Collection<String> accounts, LocalDate day) {
        return pool.preparedQuery(
                        "select account, from_day, to_day, reason from absence where account = any($1::text[]) and to_day >= $2 order by from_day")
                .execute(Tuple.of(accounts.toArray(String[]::new), day))
                .map(rows -> list(rows, StaffStore::absence));
    }

    Uni<Optional<Person>> person(String account) {
        return pool.withTransaction(tx -> snapshot(tx)
                .chain(() -> tx.preparedQuery("select version from officer_account where account = $1")
                        .execute(Tuple.of(account)))
                .flatMap(versions -> versions.size() == 0
                        ? Uni.createFrom().item(Optional.<Person>empty())
                        : person(tx, account, versions.iterator().next().getLong(0))));
    }

    private static Uni<Optional<Person>> person(SqlConnection tx, String account, long version) {
        return tx.preparedQuery("select " + POST + " from officer where account = $1 order by valid_from")
                .execute(Tuple.of(account))
                .flatMap(posts -> tx.preparedQuery(
                                "select account, from_day, to_day, reason from absence where account = $1 order by from_day")
                        .execute(Tuple.of(account))
                        .map(away -> Optional.of(new Person(
                                account, version, list(posts, StaffStore::post), list(away, StaffStore::absence)))));
    }

    Uni<Long> version() {
        return pool.preparedQuery("select version from staff_version")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The whole list as it is at one moment; absences and delegations only if they were not over by that day. */
    Uni<Loaded> load(LocalDate since) {
        return pool.withTransaction(tx -> snapshot(tx)
                .chain(() ->
                        tx.preparedQuery("select version from staff_version").execute())
                .flatMap(versions -> tx.preparedQuery("select " + POST + " from officer")
                        .execute()
                        .flatMap(posts -> tx.preparedQuery(
                                        "select account, from_day, to_day, reason from absence where to_day >= $1")
                                .execute(Tuple.of(since))
                                .flatMap(away -> DelegationStore.holdingSince(tx, since)
                                        .map(delegations -> new Loaded(
                                                versions.iterator().next().getLong(0),
                                                Roster.of(
                                                        list(posts, StaffStore::post),
                                                        list(away, StaffStore::absence),
                                                        delegations)))))));
    }

    /** The list and which version it is. */
    record Loaded(long version, Roster roster) {}

    private static Uni<Void> snapshot(SqlConnection tx) {
        return tx.query("set transaction isolation level repeatable read read only")
                .execute()
                .replaceWithVoid();
    }

    static <T> List<T> list(RowSet<Row> rows, java.util.function.Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static boolean isPassing(Throwable failure) {
        return isState(failure, OVERLAP) || isState(failure, DEADLOCK);
    }

    private static boolean isState(Throwable failure, String state) {
        return failure instanceof PgException refused && state.equals(refused.getSqlState());
    }

    private static Officer post(Row row) {
        return new Officer(
                row.getString("account"),
                row.getString("name"),
                row.getString("unit"),
                new Position(
                        row.getString("position_code"), row.getString("position_vi"), row.getString("position_en")),
                StaffRole.among(List.of(row.getArrayOfStrings("roles"))),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"));
    }

    private static Absence absence(Row row) {
        return new Absence(
                row.getString("account"),
                row.getLocalDate("from_day"),
                row.getLocalDate("to_day"),
                Absence.Reason.valueOf(row.getString("reason")));
    }
}
