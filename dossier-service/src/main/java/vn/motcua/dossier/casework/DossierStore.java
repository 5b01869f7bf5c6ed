package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.edge.RequestKey;

/**
 * Each load and write a statement of its own, which is its own transaction (with a pool), or part of the transaction of whoever gives a
 * connection. Also what is asked only when something did not go through at once.
 */
final class DossierStore implements CaseStore {

    private static final String CREATED = "select " + KeptColumns.OF_DOSSIER + """
            , e.sequence, e.type, e.time, e.data, c.request_digest
            from creation c join dossier d on d.id = c.dossier_id join applicant a on a.dossier_id = d.id
            join event e on e.subject = d.id and e.sequence = 1
            where c.request_scope = $1 and c.request_key = $2
            """;

    // Only what a person asked for has a key; a creation has none in its event, but nothing precedes it either.
    private static final String PERSONS_STEP_AFTER = """
            select type, time from event
            where subject = $1 and sequence > $2 and request_key is not null
            order by sequence limit 1
            """;

    private static final String TWIN =
            "select id, agency, procedure, citizen, status not in ('REFUSED', 'WITHDRAWN', 'STOPPED') from dossier where code = $1";

    private final SqlClient client;

    DossierStore(SqlClient client) {
        this.client = client;
    }

    @Override
    public Uni<Optional<Kept>> load(UUID id, RequestKey key) {
        return LoadStatement.execute(client, List.of(new LoadStatement.Asked(id, key)))
                .map(all -> all.get(0));
    }

    @Override
    public Uni<Boolean> step(StepWrite write) {
        return (write.goesAlone()
                        ? StepStatement.executeAlone(client, write)
                        : StepStatement.execute(client, List.of(write)).map(all -> all.get(0)))
                .onFailure()
                .transform(failure -> WriteFaults.named(failure, write.dossier()));
    }

    @Override
    public Uni<Optional<Issued>> create(CreationWrite write) {
        return (write.filings().isEmpty()
                        ? CreationStatement.execute(client, List.of(write)).map(all -> all.get(0))
                        : CreationStatement.executeWithFiles(client, write))
                .onFailure()
                .transform(failure -> WriteFaults.named(failure, write.dossier()));
    }

    /** The dossier that this key created, with its first event; empty if it created none. */
    Uni<Optional<Kept>> created(RequestKey key) {
        return client.preparedQuery(CREATED)
                .execute(Tuple.of(key.scope(), key.key()))
                .map(rows -> {
                    for (var row : rows) {
                        return Optional.of(KeptColumns.read(new Columns(row)));
                    }
                    return Optional.empty();
                });
    }

    /** What was done and when. */
    record Taken(String type, Instant at) {}

    /** The first step that a person took after that event; empty if there is none. */
    Uni<Optional<Taken>> personsStepAfter(UUID id, long sequence) {
        return client.preparedQuery(PERSONS_STEP_AFTER)
                .execute(Tuple.of(id, sequence))
                .map(rows -> {
                    for (var row : rows) {
                        var columns = new Columns(row);
                        return Optional.of(new Taken(columns.text(), columns.instant()));
                    }
                    return Optional.empty();
                });
    }

    /** What another dossier is about. @param citizen null where nobody logged in @param open whether it was not closed without a result */
    record Twin(UUID id, String agency, String procedure, String citizen, boolean open) {}

    /** Keeps two dossiers as they are until the commit, in the order of their ids, so that two who hold the same pair never wait for each other. */
    Uni<Void> hold(String code, String other) {
        return client.preparedQuery("select id from dossier where code in ($1, $2) order by id for update")
                .execute(Tuple.of(code, other))
                .replaceWithVoid();
    }

    /** The dossier with that code; empty if there is none. */
    Uni<Optional<Twin>> matterOf(String code) {
        return client.preparedQuery(TWIN).execute(Tuple.of(code)).map(rows -> {
            for (var row : rows) {
                var columns = new Columns(row);
                return Optional.of(
                        new Twin(columns.uuid(), columns.text(), columns.text(), columns.text(), columns.flag()));
            }
            return Optional.empty();
        });
    }
}
