package vn.motcua.dossier.casework;

import io.vertx.mutiny.sqlclient.Row;
import vn.motcua.dossier.casework.Kept.Earlier;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Timeline;

/** A dossier as columns: {@code d} is table dossier, {@code a} applicant, {@code e} the event that a request key caused before. */
public final class KeptColumns {

    /** The dossier itself, as {@link #read(Row)} takes it, and the hash of its last event. */
    public static final String OF_DOSSIER_ALONE = """
            d.id, d.code, d.channel, d.return_method, d.origin, d.legal_profile, d.procedure, d.procedure_version, d.sector, d.immediate,
            d.agency, d.agency_path, d.receiving_one_stop, d.citizen, d.private_digest, d.status, d.previous_status, d.sequence, d.changed_at,
            d.submitted_at, d.reply_due_at, d.accepted_at, d.due_at, d.original_due_at, d.completed_at, d.ended_at, d.returned_at, d.outcome, d.reason,
            d.result_reference, d.officer, d.course, d.step_sequence, d.last_hash\
            """;

    static final String OF_DOSSIER =
            OF_DOSSIER_ALONE + ", d.extension_proposed, a." + PrivateColumns.NAMES.replace(", ", ", a.");

    static final String OF_EARLIER = "e.sequence, e.type, e.time, e.data, e.request_digest";

    private KeptColumns() {}

    /** A dossier from a row that begins with {@link #OF_DOSSIER_ALONE}. */
    public static Dossier read(Row row) {
        return dossier(new Columns(row));
    }

    /** Reads both, in this order. */
    static Kept read(Columns row) {
        var dossier = dossier(row);
        var stepSequence = row.number();
        var lastHash = row.text();
        var extensionProposed = row.flag();
        return new Kept(dossier, stepSequence, lastHash, PrivateColumns.read(row), earlier(row), extensionProposed);
    }

    private static Earlier earlier(Columns row) {
        return row.atNull() ? null : new Earlier(row.number(), row.text(), row.instant(), row.text(), row.bytes());
    }

    private static Dossier dossier(Columns row) {
        var id = row.uuid();
        var code = row.text();
        var channel = row.word(Channel::valueOf);
        var returnMethod = row.word(ReturnMethod::valueOf);
        var origin = row.word(Origin::valueOf);
        var profile = row.word(LegalProfile::of);
        var procedure = row.text();
        var version = (int) row.number();
        var sector = row.text();
        var immediate = row.flag();
        var agency = row.text();
        var path = row.texts();
        var receivingOneStop = row.text();
        var citizen = row.text();
        var digest = row.text();
        var matter = new Matter(
                channel,
                returnMethod,
                origin,
                profile,
                procedure,
                version,
                sector,
                immediate,
                agency,
                path,
                receivingOneStop,
                citizen,
                digest);
        return new Dossier(
                id,
                code,
                matter,
                row.word(DossierStatus::valueOf),
                row.word(DossierStatus::valueOf),
                row.number(),
                row.instant(),
                timeline(row),
                row.word(Outcome::valueOf),
                row.text(),
                row.text(),
                row.text(),
                CourseText.read(row.text()));
    }

    private static Timeline timeline(Columns row) {
        return new Timeline(
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant());
    }
}
