package vn.motcua.dossier.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Unpacked;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.tokens.TokenRequest;

/** Closed dossiers with everything that they can have, and what people do with them. */
final class Closed {

    /** Twenty years by the procedure; closed in 2022, so until the end of 2042. */
    static final String TWENTY_YEARS = "1.900103";
    /** For ever by the sector. */
    static final String FOR_EVER = "1.900102";

    static final String CLOSING_DAY = "2022-09-07T09:00";
    static final String LAST_DAY = "2042-12-31T23:59";
    static final String DAY_AFTER = "2043-01-01T00:00";

    static final Api RECEPTION = Api.as("reception", Api.JUSTICE);
    static final Api CLERK = Api.as("clerk", Api.JUSTICE);
    static final Api LEADER = Api.as("leader", Api.JUSTICE);
    static final Api SECOND = Api.as(TokenRequest.of("leader", Api.JUSTICE, 2));

    private static final String ONLINE = """
            {"procedure": "%s", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "COUNTER",
             "applicant": {"name": "Lường Thị Kín", "idNumber": "006190000123", "phone": "0912 345 678", "notifyBySms": true},
             "documents": [%s]}""";

    private Closed() {}

    /** An online dossier with two files that was refused, with a remark, and its refusal made as a paper. */
    static Answer online(String... files) {
        var citizen = Api.citizen("c-" + UUID.randomUUID());
        var uploads = new StringBuilder();
        for (var text : files) {
            var upload = SentFiles.upload(citizen, SentFiles.pdf(text));
            assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
            uploads.append(uploads.isEmpty() ? "" : ",")
                    .append("{\"upload\": \"")
                    .append(upload.id())
                    .append("\", \"kind\": \"SCANNED\"}");
        }
        var submitted = citizen.open(ONLINE.formatted(TWENTY_YEARS, uploads));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var refused = RECEPTION.step(
                submitted.id(),
                "refusal",
                submitted.etag(),
                "{\"reason\": \"NOT_COMPETENT\", \"note\": \"chị Kín ở tỉnh khác\"}");
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(200);
        return refused;
    }

    /** One that was refused at the counter. */
    static Answer counter(String procedure) {
        var refused = RECEPTION.open("""
                {"procedure": "%s", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Lường Văn Kín"}, "decision": "REFUSE", "reason": "NOT_COMPETENT"}""".formatted(procedure));
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(201);
        return refused;
    }

    /** One that is still worked on. */
    static Answer open() {
        var accepted = RECEPTION.open("""
                {"procedure": "%s", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Lường Văn Kín"}, "decision": "ACCEPT"}""".formatted(TWENTY_YEARS));
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return accepted;
    }

    /** One that is still worked on, of somebody whose number is known. */
    static Answer ofOwner(String number) {
        var accepted = RECEPTION.open("""
                {"procedure": "%s", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Lường Văn Kín", "idNumber": "%s"}, "decision": "ACCEPT"}""".formatted(TWENTY_YEARS, number));
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return accepted;
    }

    /** One that was taken in and begun, and that the applicant took back. */
    static Answer begunAndWithdrawn() {
        var accepted = open();
        var begun = Api.as("officer", Api.JUSTICE).step(accepted.id(), "processing", accepted.etag(), "{}");
        var withdrawn = RECEPTION.step(begun.id(), "withdrawal", begun.etag(), "{}");
        assertThat(withdrawn.status()).as(String.valueOf(withdrawn.body())).isEqualTo(200);
        return withdrawn;
    }

    static HttpResponse<byte[]> slip(Answer dossier, long sequence) {
        var slip = SentFiles.open(CLERK, "/v1/dossiers/" + dossier.id() + "/forms/CONTROL_SLIP/" + sequence);
        assertThat(slip.statusCode()).isEqualTo(200);
        return slip;
    }

    static HttpResponse<byte[]> refusalSlip(Answer dossier) {
        return SentFiles.open(RECEPTION, "/v1/dossiers/" + dossier.id() + "/forms/REFUSAL/" + sequence(dossier));
    }

    static HttpResponse<byte[]> archive(Api who, Answer dossier) {
        return SentFiles.open(who, "/v1/dossiers/" + dossier.id() + "/archive");
    }

    static Unpacked unpacked(Answer dossier) {
        var answer = archive(CLERK, dossier);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Unpacked.of(answer.body());
    }

    /** The archive takes the package over. @return its hash */
    static String handedOver(Answer dossier) {
        var sha256 = SentFiles.sha256(archive(CLERK, dossier).body());
        var done = CLERK.step(dossier.id(), "archive-handovers", dossier.etag(), handover(sha256));
        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(201);
        return sha256;
    }

    static String handover(String sha256) {
        return "{\"sha256\": \"" + sha256 + "\", \"receipt\": \"BB-12/2042\"}";
    }

    static Answer draft(Api who, Answer... dossiers) {
        return draft(who, Api.key(), dossiers);
    }

    static Answer draft(Api who, String key, Answer... dossiers) {
        return who.ask(
                "/v1/destruction-orders",
                key,
                "{\"agency\": \"H03.01\", \"basis\": \"BB 02/2043\", \"dossiers\": ["
                        + String.join(
                                ", ",
                                List.of(dossiers).stream()
                                        .map(one -> "\"" + one.id() + "\"")
                                        .toList())
                        + "]}");
    }

    static Answer decide(Api who, Answer order, String how) {
        return who.ask("/v1/destruction-orders/" + order.id() + "/" + how, Api.key(), "{}");
    }

    static long sequence(Answer dossier) {
        return Tables.number("select sequence from dossier where id = ?::uuid", dossier.id());
    }
}
