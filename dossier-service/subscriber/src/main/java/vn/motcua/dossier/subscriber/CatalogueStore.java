package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table of the catalogue's copy. */
@ApplicationScoped
class CatalogueStore {

    // Read from the beginning again and again: what was published earlier never replaces what was published later.
    private static final String PUT = """
            insert into catalogue_entry (kind, code, version, content, published_at)
            select k.kind, k.code, k.version, k.content::jsonb, to_timestamp(k.millis / 1000.0)
            from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::bigint[]) as k (kind, code, version, content, millis)
            order by 1, 2, 3
            on conflict (kind, code, version) do update
            set content = excluded.content, published_at = excluded.published_at, revision = nextval('catalogue_revision')
            where catalogue_entry.published_at <= excluded.published_at and catalogue_entry.content is distinct from excluded.content""";

    private static final String REMOVE = """
            delete from catalogue_entry c
            using unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::bigint[]) as k (kind, code, version, content, millis)
            where c.kind = k.kind and c.code = k.code and c.version = k.version
              and c.published_at <= to_timestamp(k.millis / 1000.0)""";

    private static final String STATE =
            "select count(*) as entries, coalesce(max(revision), 0) as revision from catalogue_entry";

    private static final String ALL = "select kind, code, version, content::text as content from catalogue_entry";

    private final Pool pool;

    CatalogueStore(Pool pool) {
        this.pool = pool;
    }

    /** Tells one state of the table from another. */
    record State(long entries, long revision) {}

    /** A row as text. */
    record Row(String kind, String code, int version, String content) {}

    /** Writes the last change of each key. */
    Uni<Void> write(Collection<CatalogueChange> changes) {
        return execute(
                        PUT,
                        changes.stream().filter(each -> each.content() != null).toList())
                .chain(() -> execute(
                        REMOVE,
                        changes.stream().filter(each -> each.content() == null).toList()));
    }

    private Uni<Void> execute(String sql, List<CatalogueChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuple = Tuple.tuple()
                .addArrayOfString(changes.stream().map(CatalogueChange::kind).toArray(String[]::new))
                .addArrayOfString(changes.stream().map(CatalogueChange::code).toArray(String[]::new))
                .addArrayOfInteger(
                        changes.stream().map(CatalogueChange::version).toArray(Integer[]::new))
                .addArrayOfString(changes.stream().map(CatalogueChange::content).toArray(String[]::new))
                .addArrayOfLong(
                        changes.stream().map(CatalogueChange::publishedAtMillis).toArray(Long[]::new));
        return pool.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }

    Uni<State> state() {
        return pool.query(STATE).execute().map(rows -> {
            var row = rows.iterator().next();
            return new State(row.getLong("entries"), row.getLong("revision"));
        });
    }

    Uni<List<Row>> all() {
        return pool.query(ALL).execute().map(rows -> {
            var all = new ArrayList<Row>();
            rows.forEach(row -> all.add(new Row(
                    row.getString("kind"),
                    row.getString("code"),
                    row.getInteger("version"),
                    row.getString("content"))));
            return all;
        });
    }
}
