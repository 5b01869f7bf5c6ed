package vn.motcua.dossier.publishing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.relay.Companion;
import vn.motcua.dossier.relay.EventKey;
import vn.motcua.dossier.relay.StoredEvent;

/**
 * The restricted twin: {@code {"event":…,"recipient":…}}. A recipient goes out with facts that oblige a message or a parcel, of live dossiers
 * only; the address only where the result goes by post. Where the owner authorised somebody, it is them. One query per batch.
 */
final class RecipientCompanion implements Companion {

    private static final Set<String> OBLIGING = Set.of(
            Submitted.TYPE,
            Accepted.TYPE,
            Refused.TYPE,
            Completed.TYPE,
            Returned.TYPE,
            Withdrawn.TYPE,
            RecipientChanged.TYPE,
            SupplementRequested.TYPE,
            SupplementCompleted.TYPE,
            PaymentRequested.TYPE,
            PaymentConfirmed.TYPE,
            Extended.TYPE,
            DueDateChanged.TYPE,
            Stopped.TYPE,
            Resumed.TYPE,
            ResultRecalled.TYPE,
            Transferred.TYPE,
            Corrected.TYPE,
            // The first fact of it that may oblige somebody, and a result may be waiting.
            Adopted.TYPE,
            Voided.TYPE,
            Merged.TYPE);

    private static final String RECIPIENTS = """
            select a.dossier_id, a.name, a.phone, a.email, a.notify_by_sms, a.notify_by_email, a.language,
                a.address, a.commune, a.province, a.authorised_person, d.return_method
            from applicant a join dossier d on d.id = a.dossier_id
            where a.dossier_id = any (?) and d.origin = 'LIVE' and a.name is not null
            """;

    @Override
    public String topic() {
        return Topics.DOSSIER_LIFECYCLE_RESTRICTED;
    }

    @Override
    public String dataschema() {
        return EventAttributes.schemaOf("vn.motcua.dossier.restricted.v1");
    }

    @Override
    public Map<EventKey, byte[]> values(Connection jdbc, List<StoredEvent> batch) throws SQLException {
        var recipients = recipients(jdbc, batch);
        var values = new HashMap<EventKey, byte[]>(batch.size() * 2);
        for (var event : batch) {
            var recipient = obliges(event) ? recipients.get(event.attributes().subjectId()) : null;
            values.put(event.key(), EventFormat.restricted(event.data(), recipient));
        }
        return values;
    }

    private static Map<UUID, Recipient> recipients(Connection jdbc, List<StoredEvent> batch) throws SQLException {
        var subjects = batch.stream()
                .filter(RecipientCompanion::obliges)
                .map(event -> event.attributes().subjectId())
                .distinct()
                .toArray(UUID[]::new);
        var recipients = new HashMap<UUID, Recipient>(subjects.length * 2);
        if (subjects.length == 0) {
            return recipients;
        }
        try (var query = jdbc.prepareStatement(RECIPIENTS)) {
            query.setArray(1, jdbc.createArrayOf("uuid", subjects));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    recipients.put(rows.getObject("dossier_id", UUID.class), recipient(rows));
                }
            }
        }
        return recipients;
    }

    private static boolean obliges(StoredEvent event) {
        return OBLIGING.contains(event.attributes().type());
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var byPost = "POST".equals(row.getString("return_method")) && row.getString("address") != null;
        var authorised = PrivateColumns.authorisedPerson(row.getString("authorised_person"));
        return new Recipient(
                authorised == null ? row.getString("name") : authorised.name(),
                authorised == null ? row.getString("phone") : authorised.phone(),
                authorised == null ? row.getString("email") : authorised.email(),
                row.getBoolean("notify_by_sms"),
                row.getBoolean("notify_by_email"),
                row.getString("language"),
                byPost
                        ? new Address(row.getString("address"), row.getString("commune"), row.getString("province"))
                        : null);
    }
}
