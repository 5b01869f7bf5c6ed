package vn.motcua.notification.contacts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.notification.notices.Language;

/** The table of contacts. Rows are locked in one order by all, and until the end of the transaction: what is planned and what is erased never cross. */
@ApplicationScoped
public class ContactStore {

    private static final String LOAD = "select * from contact where dossier_id = any($1) order by dossier_id for ";

    private static final String KEEP = """
            insert into contact as c (dossier_id, code, agency, phone, email, sms, mail, language, legal_profile, erased)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::text[], $9::text[],
                    $10::boolean[])
                as k (dossier_id, code, agency, phone, email, sms, mail, language, legal_profile, erased)
            order by dossier_id
            on conflict (dossier_id) do update set code = excluded.code, agency = excluded.agency, phone = excluded.phone,
                email = excluded.email, sms = excluded.sms, mail = excluded.mail, language = excluded.language,
                legal_profile = excluded.legal_profile, erased = excluded.erased, updated_at = now()
            where (c.code, c.agency, c.phone, c.email, c.sms, c.mail, c.language, c.legal_profile, c.erased) is distinct from
                (excluded.code, excluded.agency, excluded.phone, excluded.email, excluded.sms, excluded.mail, excluded.language,
                 excluded.legal_profile, excluded.erased)""";

    /** What is known, to be changed: nobody else plans for these dossiers meanwhile. */
    public Uni<Map<UUID, Contact>> toChange(SqlConnection tx, Collection<UUID> dossiers) {
        return load(tx, "update", dossiers);
    }

    /** What is known, to be used: nobody changes or erases it meanwhile. */
    public Uni<Map<UUID, Contact>> toUse(SqlConnection tx, Collection<UUID> dossiers) {
        return load(tx, "share", dossiers);
    }

    /** Puts these in place of what was known. */
    public Uni<Void> keep(SqlConnection tx, Collection<Contact> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var all = List.copyOf(contacts);
        var tuple = Tuple.tuple()
                .addArrayOfUUID(column(all, Contact::dossier).toArray(UUID[]::new))
                .addArrayOfString(texts(all, Contact::code))
                .addArrayOfString(texts(all, Contact::agency))
                .addArrayOfString(texts(all, Contact::phone))
                .addArrayOfString(texts(all, Contact::email))
                .addArrayOfBoolean(column(all, Contact::sms).toArray(Boolean[]::new))
                .addArrayOfBoolean(column(all, Contact::mail).toArray(Boolean[]::new))
                .addArrayOfString(texts(all, contact -> contact.language().name()))
                .addArrayOfString(texts(all, Contact::legalProfile))
                .addArrayOfBoolean(column(all, Contact::erased).toArray(Boolean[]::new));
        return tx.preparedQuery(KEEP).execute(tuple).replaceWithVoid();
    }

    private static Uni<Map<UUID, Contact>> load(SqlConnection tx, String lock, Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(LOAD + lock)
                .execute(Tuple.tuple().addArrayOfUUID(dossiers.toArray(UUID[]::new)))
                .map(ContactStore::byDossier);
    }

    private static Map<UUID, Contact> byDossier(RowSet<Row> rows) {
        var contacts = new HashMap<UUID, Contact>();
        for (var row : rows) {
            contacts.put(
                    row.getUUID("dossier_id"),
                    new Contact(
                            row.getUUID("dossier_id"),
                            row.getString("code"),
                            row.getString("agency"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getBoolean("sms"),
                            row.getBoolean("mail"),
                            Language.valueOf(row.getString("language")),
                            row.getString("legal_profile"),
                            row.getBoolean("erased")));
        }
        return contacts;
    }

    private static <T> java.util.stream.Stream<T> column(List<Contact> contacts, Function<Contact, T> value) {
        return contacts.stream().map(value);
    }

    private static String[] texts(List<Contact> contacts, Function<Contact, String> value) {
        return column(contacts, value).toArray(String[]::new);
    }
}
