package vn.motcua.dossier.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.local.testing.LocalInfrastructure;

/**
 * A dossier put straight into the tables, with an applicant: for tests of reading, which need many in chosen states.
 *
 * @param dueAt null without a date
 */
public record StoredDossier(
        UUID id,
        String code,
        DossierStatus status,
        String agency,
        String citizen,
        String officer,
        String returnMethod,
        Instant submittedAt,
        Instant dueAt) {

    public static final String NAME = "Nguyễn Thị Thử Nghiệm";
    public static final String ID_NUMBER = "006099000001";
    public static final String PHONE = "+84912345678";
    public static final String HASH = "sha256:" + "0".repeat(64);

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    public static StoredDossier of(UUID id, String code, DossierStatus status, String agency) {
        Instant submitted = Instant.parse("2022-06-08T02:00:00Z");
        return new StoredDossier(
                id, code, status, agency, null, null, "COUNTER", submitted, Instant.parse("2022-06-13T02:00:00Z"));
    }

    public StoredDossier ownedBy(String newCitizen) {
        return new StoredDossier(id, code, status, agency, newCitizen, officer, returnMethod, submittedAt, dueAt);
    }

    public StoredDossier takenBy(String newOfficer) {
        return new StoredDossier(id, code, status, agency, citizen, newOfficer, returnMethod, submittedAt, dueAt);
    }

    public StoredDossier returnedBy(String newMethod) {
        return new StoredDossier(id, code, status, agency, citizen, officer, newMethod, submittedAt, dueAt);
    }

    public StoredDossier submitted(Instant newTime) {
        return new StoredDossier(id, code, status, agency, citizen, officer, returnMethod, newTime, dueAt);
    }

    public StoredDossier due(Instant newDate) {
        return new StoredDossier(id, code, status, agency, citizen, officer, returnMethod, submittedAt, newDate);
    }

    /** Writes them in one transaction. */
    public static void store(List<StoredDossier> dossiers) {
        try (Connection connection = LocalInfrastructure.database().connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement dossier = connection.prepareStatement("""
                            insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method,
                              origin, legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, citizen, officer,
                              submitted_at, accepted_at, due_at, original_due_at, completed_at, ended_at, reply_due_at, private_digest)
                            values (?, ?, ?, 3, 3, ?, ?, 'ONLINE', ?, 'LIVE', '2022', '1.900101', 1, 'LLTP', false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                              'sha256:private')""");
                    PreparedStatement applicant = connection.prepareStatement("""
                            insert into applicant (dossier_id, name, id_number, phone, email, address, commune, province, notify_by_sms,
                              notify_by_email, language, components, salt)
                            values (?, ?, ?, ?, 'thu@example.vn', 'Thôn Mẫu', 'Ngọc Phái', 'Bắc Kạn', true, false, 'vi', ?, '\\x00')""")) {
                for (StoredDossier each : dossiers) {
                    each.bind(connection, dossier);
                    dossier.addBatch();
                    applicant.setObject(1, each.id);
                    applicant.setString(2, NAME);
                    applicant.setString(3, ID_NUMBER);
                    applicant.setString(4, PHONE);
                    applicant.setString(5, "[{\"code\":\"TK\",\"copies\":1}]");
                    applicant.addBatch();
                }
                dossier.executeBatch();
                applicant.executeBatch();
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void bind(Connection connection, PreparedStatement insert) throws SQLException {
        boolean accepted = status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED;
        boolean completed = status == DossierStatus.COMPLETED || status == DossierStatus.RETURNED;
        insert.setObject(1, id);
        insert.setString(2, code);
        insert.setString(3, status.name());
        insert.setTimestamp(4, Timestamp.from(submittedAt));
        insert.setString(5, HASH);
        insert.setString(6, returnMethod);
        insert.setString(7, agency);
        insert.setArray(
                8, connection.createArrayOf("text", CATALOGUE.path(agency).toArray()));
        insert.setString(9, citizen);
        insert.setString(10, officer);
        insert.setTimestamp(11, Timestamp.from(submittedAt));
        insert.setTimestamp(12, accepted ? Timestamp.from(submittedAt) : null);
        var due = dueAt == null ? null : Timestamp.from(dueAt);
        insert.setTimestamp(13, accepted ? due : null);
        insert.setTimestamp(14, accepted ? due : null);
        insert.setTimestamp(15, completed ? Timestamp.from(submittedAt) : null);
        boolean ended = completed || status == DossierStatus.WITHDRAWN || status == DossierStatus.STOPPED;
        insert.setTimestamp(16, ended ? Timestamp.from(submittedAt) : null);
        // Before acceptance it is the reply that is due.
        insert.setTimestamp(17, accepted ? null : due);
    }
}
