package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.papers.signing.SignatureCheck;
import vn.motcua.dossier.papers.signing.TestSigner;
import vn.motcua.dossier.papers.signing.Verdict.Result;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Papers of an agency that has a key. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
@WithTestResource(value = TestSigner.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SignedFormsIT {

    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    @Inject
    SignatureCheck check;

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-15T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aPaperBearsTheAgencysSignatureAndAFlippedByteShows() {
        var path = path();
        var pdf = fetch(path);

        assertThat(check.judge(pdf).result()).isEqualTo(Result.VALID);
        assertThat(check.judge(pdf).signatures())
                .singleElement()
                .satisfies(one -> assertThat(one.signer()).isEqualTo(TestSigner.NAME));
        assertThat(Pages.words(pdf)).contains("Tiếp nhận hồ sơ của: Hoàng Văn Nam");
        var changed = pdf.clone();
        changed[pdf.length / 4] ^= 1;
        assertThat(check.judge(changed).result()).isEqualTo(Result.INVALID);
        assertThat(fetch(path)).isEqualTo(pdf);
    }

    /** Signatures differ by their moment at least: only one of them may be the original. */
    @Test
    void manyWhoAskFirstGetOneSignature() throws Exception {
        var path = path();
        var workers = Executors.newFixedThreadPool(6);
        try {
            var asks = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 6; i++) {
                asks.add(() -> fetch(path));
            }
            var answers = workers.invokeAll(asks);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(Tables.number("select count(*) from form where signed and ? like '%' || dossier_id || '%'", path))
                .isEqualTo(1);
    }

    private static String path() {
        var accepted = Api.as("reception", JUSTICE).open(COUNTER);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return "/v1/dossiers/" + accepted.id() + "/forms/RECEIPT/1";
    }

    private static byte[] fetch(String path) {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of("reception", JUSTICE, 1));
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
