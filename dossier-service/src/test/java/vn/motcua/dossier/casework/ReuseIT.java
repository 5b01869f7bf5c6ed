package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** What was digitised once is not asked for again: papers of earlier dossiers at the counter and online, and that they are nobody else's. Over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ReuseIT {

    /** A commune that takes in for the department. */
    private static final String COMMUNE = "H03.31.01";

    private static final String RECALL = "{\"reason\": \"RESULT_WRONG\"}";

    private final String number = number();
    private final Api citizen = Api.citizen("c-" + UUID.randomUUID());
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api commune = Api.as("reception", COMMUNE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api clerk = Api.as("clerk", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-09-07T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void whatWasScannedAtTheCounterOnceIsFiledAgainWithoutBeingAskedFor() throws Exception {
        var file = SentFiles.pdf("căn cước " + UUID.randomUUID());
        var earlier = scanned(reception, atTheCounter(reception, number), file);
        var now = atTheCounter(reception, number);

        var offered = reusable(reception, now);
        assertThat(offered.findValuesAsText("document")).containsExactly(paper(earlier));
        var one = offered.path(0);
        assertThat(one.path("dossier").asText()).isEqualTo(earlier.text("code"));
        assertThat(one.path("component").asText()).isEqualTo("CCCD");
        assertThat(one.at("/names/vi").asText()).isEqualTo("Giấy tờ tùy thân của người yêu cầu");
        assertThat(one.at("/names/en").asText()).isEqualTo("Identity paper of the applicant");
        assertThat(one.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(one.path("filedAt").asText()).isEqualTo("2022-09-07T02:00:00Z");
        assertThat(SentFiles.open(reception, one.path("href").asText()).body()).isEqualTo(file);

        var again = done(filed(reception, now, paper(earlier)));

        var event = Api.JSON.readTree(Tables.text(
                "select data from event where subject = ?::uuid and type = 'vn.motcua.dossier.document-added.v1'",
                again.id()));
        assertThat(event.at("/document/kind").asText()).isEqualTo("REUSED");
        assertThat(event.at("/document/component").asText()).isEqualTo("CCCD");
        assertThat(event.toString()).doesNotContain(number);
        assertThat(Tables.text("select source from document where dossier_id = ?::uuid", again.id()))
                .isEqualTo(paper(earlier));
        assertThat(Tables.number(
                        "select count(distinct salt) from document where dossier_id in (?::uuid, ?::uuid)",
                        earlier.id(),
                        again.id()))
                .as("nobody else sees that it is the same file")
                .isEqualTo(2);
        assertThat(SentFiles.open(officer, "/v1/dossiers/" + again.id() + "/documents/" + paper(again))
                        .body())
                .isEqualTo(file);
    }

    @Test
    void whatWasUsedAgainIsOfferedOnceAndTheLastFiledFirst() {
        var first = scanned(reception, atTheCounter(reception, number), SentFiles.pdf("1 " + number));
        done(filed(reception, atTheCounter(reception, number), paper(first)));
        var second = scanned(reception, atTheCounter(reception, number), SentFiles.pdf("2 " + number));
        var now = atTheCounter(reception, number);

        var offered = reusable(reception, now);

        assertThat(offered).hasSize(2);
        assertThat(offered.path(0).path("document").asText()).isEqualTo(paper(second));
        assertThat(reception.get(address(now) + "?limit=1").body().path("items").findValuesAsText("document"))
                .containsExactly(paper(second));
        assertThat(reception.get(address(now) + "?limit=201").status()).isEqualTo(400);
    }

    /** Businesses by their tax code, people who had their first papers under an earlier number by that one; exactly as it stands. */
    @ParameterizedTest
    @CsvSource({
        "0101248141, 0101248141, true",
        "0101248141, 0101248141-001, false",
        "C1234567, C1234567, true",
        "C1234567, C12345678, false",
        "095123456, 095123456, true"
    })
    void theNumberIsComparedAsItStands(String before, String after, boolean same) {
        var earlier = scanned(
                reception,
                atTheCounter(reception, before),
                SentFiles.pdf(UUID.randomUUID().toString()));
        var now = atTheCounter(reception, after);

        assertThat(reusable(reception, now).findValuesAsText("document").contains(paper(earlier)))
                .isEqualTo(same);
        assertThat(filed(reception, now, paper(earlier)).status()).isEqualTo(same ? 200 : 422);
    }

    @Test
    void somebodyElsesAndNobodysAreAsUnknownAsWhatDoesNotExist() {
        var earlier = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var nobodys = scanned(reception, atTheCounter(reception, null), SentFiles.pdf("nobody " + number));
        var unknown = filed(
                reception, atTheCounter(reception, number), UUID.randomUUID().toString());
        assertThat(unknown.status()).isEqualTo(422);

        for (var now : List.of(atTheCounter(reception, number()), atTheCounter(reception, null))) {
            refused(reception, now, paper(earlier));
            refused(reception, now, paper(nobodys));
            assertThat(filed(reception, now, paper(earlier)).body().path("errors"))
                    .isEqualTo(unknown.body().path("errors"));
        }
    }

    /** Whoever types a number online is not whose it is: neither they nor reception for them. */
    @Test
    void aNumberThatSomebodyTypesOnlineOpensNothing() {
        var theirs = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));

        var with = citizen.open(online(number, "{\"document\": \"" + paper(theirs) + "\"}"));
        assertThat(with.status()).isEqualTo(422);
        assertThat(with.body().at("/errors/0/pointer").asText()).isEqualTo("/documents/0/document");
        var typed = done(citizen.open(online(number, "")));
        refused(citizen, typed, paper(theirs));
        refused(reception, typed, paper(theirs));
        var accepted = done(reception.step(typed.id(), "acceptance", typed.etag(), "{}"));
        refused(reception, accepted, paper(theirs));
        assertThat(SentFiles.open(citizen, "/v1/dossiers/" + theirs.id() + "/documents/" + paper(theirs))
                        .statusCode())
                .isEqualTo(404);
    }

    /** The other way round nobody is shown anything but reception, who sees both; and not before an agency has looked. */
    @Test
    void whatSomebodySentOnlineCountsForTheirNumberOnceItWasAccepted() {
        var upload = SentFiles.upload(citizen, SentFiles.pdf(number)).id();
        var sent = done(citizen.open(online(number, "{\"upload\": \"" + upload + "\"}")));
        var now = atTheCounter(reception, number);
        refused(reception, now, paper(sent));

        done(reception.step(sent.id(), "acceptance", sent.etag(), "{}"));

        done(filed(reception, now, paper(sent)));
    }

    @Test
    void whatComesByPostIsNotHandedInByWhoeverTheNumberIs() {
        var earlier = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var posted = done(reception.open(opening("POST", number, "")));

        refused(reception, posted, paper(earlier));
    }

    @Test
    void onlyReceptionHasSeenTheCard() {
        var earlier = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var now = atTheCounter(reception, number);

        for (var who : List.of(officer, clerk, leader)) {
            assertThat(filed(who, now, paper(earlier)).status()).isEqualTo(422);
            assertThat(who.get(address(now)).status()).isEqualTo(403);
        }
    }

    @Test
    void aCounterThatMayNotReadTheEarlierDossierTakesNothingFromIt() {
        var departments = scanned(reception, atTheCounter(reception, number), SentFiles.pdf("d " + number));
        var now = atTheCounter(commune, number);
        refused(commune, now, paper(departments));

        var own = scanned(commune, atTheCounter(commune, number), SentFiles.pdf("c " + number));
        assertThat(reusable(commune, now).findValuesAsText("document")).containsExactly(paper(own));
        var taken = done(filed(commune, now, paper(own)));
        assertThat(filed(reception, taken, paper(departments)).status())
                .as("the agency that answers for both")
                .isEqualTo(200);

        var stranger = Api.as("reception", "H03.02");
        assertThat(stranger.get(address(now)).status()).isEqualTo(404);
        assertThat(filed(stranger, now, paper(own)).status()).isEqualTo(403);
    }

    /** In an online dossier reception files what the account has elsewhere, as far as they see it. */
    @Test
    void whatIsOfTheSameAccountReceptionFilesToo() {
        var upload = SentFiles.upload(citizen, SentFiles.pdf(number)).id();
        var earlier = done(citizen.open(online(null, "{\"upload\": \"" + upload + "\"}")));
        var now = done(citizen.open(online(null, "")));

        assertThat(reusable(citizen, now).findValuesAsText("document")).containsExactly(paper(earlier));
        assertThat(reusable(reception, now).findValuesAsText("document")).containsExactly(paper(earlier));
        done(filed(reception, now, paper(earlier)));
        assertThat(Api.citizen("c-else").get(address(now)).status()).isEqualTo(404);
    }

    /** Officials carry over what they could have opened, by the account too. */
    @Test
    void whatAColleagueHasAnOfficerDoesNotTakeOver() {
        var upload = SentFiles.upload(citizen, SentFiles.pdf(number)).id();
        var sent = done(citizen.open(online(null, "{\"upload\": \"" + upload + "\"}")));
        var now = done(citizen.open(online(null, "")));
        var accepted = done(reception.step(sent.id(), "acceptance", sent.etag(), "{}"));
        done(officer.step(sent.id(), "processing", accepted.etag(), "{}"));

        assertThat(filed(Api.as(TokenRequest.of("officer", JUSTICE, 2)), now, paper(sent))
                        .status())
                .isEqualTo(422);
        done(filed(officer, now, paper(sent)));
    }

    /** Its owner opens what lies in it, and a leader knew them by something else than a card at this counter. */
    @Test
    void aDossierThatWasGivenAnAccountGoesByThatAccountOnly() {
        var earlier = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var now = atTheCounter(reception, number);
        var correction = "{\"applicant\": {\"name\": \"Hoàng Văn Nam\", \"idNumber\": \"" + number
                + "\"}, \"citizen\": \"c-corrected\", \"reason\": \"ENTRY_ERROR\"}";

        var owned = done(leader.step(now.id(), "correction", now.etag(), correction));

        refused(reception, owned, paper(earlier));
    }

    /** Whoever acts for the owner brings the owner's papers, and none of their own. */
    @Test
    void theOwnersNumberCountsNotThatOfWhomTheyAuthorised() {
        var agents = number();
        var acting = ", \"authorisedPerson\": {\"name\": \"Lý Văn Lẻng\", \"idNumber\": \"" + agents
                + "\", \"authorisationReference\": \"12/UQ\"}";
        var earlier =
                scanned(reception, done(reception.open(opening("COUNTER", number, acting))), SentFiles.pdf(number));

        refused(reception, atTheCounter(reception, agents), paper(earlier));
        done(filed(reception, done(reception.open(opening("COUNTER", number, acting))), paper(earlier)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"voiding", "merger"})
    void whatWasSetAsideVouchesForNobody(String how) {
        var earlier = scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var now = atTheCounter(reception, number);
        var body = how.equals("voiding")
                ? Examples.VOIDING
                : "{\"into\": \"" + atTheCounter(reception, number).text("code") + "\"}";
        assertThat(reusable(reception, now)).hasSize(1);

        done(leader.step(earlier.id(), how, earlier.etag(), body));

        refused(reception, now, paper(earlier));
    }

    @Test
    void aResultIsUsedAgainOnceItWasGivenAndNotWhenItWasTakenBack() {
        var attached = withResult("first");
        var now = atTheCounter(reception, number);
        refused(reception, now, paper(attached));
        var completed = done(leader.step(attached.id(), "completion", attached.etag(), Examples.GRANTED));
        assertThat(reusable(reception, now).path(0).path("result").asBoolean()).isTrue();

        done(leader.step(completed.id(), "result-recall", completed.etag(), RECALL));
        refused(reception, now, paper(attached));

        var other = withResult("second");
        done(leader.step(other.id(), "completion", other.etag(), Examples.GRANTED));
        done(filed(reception, now, paper(other)));
    }

    private Answer withResult(String words) {
        var begun = officer.step(atTheCounter(reception, number).id(), "processing", "\"1\"", "{}");
        var upload =
                SentFiles.upload(clerk, SentFiles.pdf(words + " " + number)).id();
        return done(clerk.step(
                begun.id(), "documents", begun.etag(), "{\"upload\": \"" + upload + "\", \"result\": true}"));
    }

    @Test
    void aDossierThatTakesNoPapersIsOfferedNone() {
        scanned(reception, atTheCounter(reception, number), SentFiles.pdf(number));
        var now = atTheCounter(reception, number);
        assertThat(reusable(reception, now)).hasSize(1);

        var withdrawn = done(reception.step(now.id(), "withdrawal", now.etag(), "{}"));

        assertThat(reusable(reception, withdrawn)).isEmpty();
    }

    private void refused(Api who, Answer dossier, String paper) {
        var refused = filed(who, dossier, paper);
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/document");
        assertThat(reusable(who, dossier).findValuesAsText("document")).doesNotContain(paper);
    }

    private static Answer filed(Api who, Answer dossier, String paper) {
        return who.step(
                dossier.id(),
                "documents",
                dossier.etag(),
                "{\"document\": \"" + paper + "\", \"component\": \"CCCD\"}");
    }

    private static JsonNode reusable(Api who, Answer dossier) {
        var answer = who.get(address(dossier));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body().path("items");
    }

    private static String address(Answer dossier) {
        return "/v1/dossiers/" + dossier.id() + "/reusable-documents";
    }

    private static Answer scanned(Api who, Answer dossier, byte[] file) {
        var upload = SentFiles.upload(who, file).id();
        return done(who.step(
                dossier.id(),
                "documents",
                dossier.etag(),
                "{\"upload\": \"" + upload + "\", \"component\": \"CCCD\"}"));
    }

    /** The one file of a dossier. */
    private static String paper(Answer dossier) {
        return Tables.text("select id from document where dossier_id = ?::uuid", dossier.id());
    }

    private static Answer atTheCounter(Api who, String number) {
        return done(who.open(opening("COUNTER", number, "")));
    }

    private static String opening(String channel, String number, String more) {
        return """
                {"procedure": "1.900101", "agency": "H03.01", "channel": "%s", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Nam"%s}, "decision": "ACCEPT"%s}""".formatted(channel, numbered(number), more);
    }

    private static String online(String number, String documents) {
        return """
                {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Nam"%s}, "documents": [%s]}""".formatted(numbered(number), documents);
    }

    private static String numbered(String number) {
        return number == null ? "" : ", \"idNumber\": \"" + number + "\"";
    }

    private static String number() {
        return "0" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 100_000_000_000L);
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isIn(200, 201);
        return answer;
    }
}
