package vn.motcua.dossier.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Paging through queues and one's own list. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class QueueIT {

    private static final Instant DAY = Instant.parse("2022-06-13T02:00:00Z");
    private static final List<DossierStatus> OPEN =
            List.of(DossierStatus.SUBMITTED, DossierStatus.ACCEPTED, DossierStatus.PROCESSING);

    private static int numbers;

    /** Whatever the page size, and while others are put in between: what was there at the beginning is shown once, in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesShowEachOnceWhileNewOnesCome(long seed) {
        Random random = new Random(seed);
        String agency = List.of("H03.32", "H03.32.01", "H03.32.02", "H03.31.02").get((int) seed - 1);
        List<StoredDossier> there = some(random, agency, 60);
        StoredDossier.store(there);

        List<String> shown = new ArrayList<>();
        int limit = 1 + random.nextInt(9);
        String status = seed % 2 == 0 ? "" : "&status=PROCESSING";
        String next = "/v1/queue?agency=" + agency + "&limit=" + limit + status;
        while (next != null) {
            Response page = get(next, agency);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            List<String> ids = page.path("items.id");
            assertThat(ids.size()).isLessThanOrEqualTo(limit);
            shown.addAll(ids);
            next = following(page);
            StoredDossier.store(some(random, agency, 2));
        }

        List<String> expected = there.stream()
                .filter(dossier -> status.isEmpty() || dossier.status() == DossierStatus.PROCESSING)
                .sorted(Comparator.comparing(StoredDossier::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(dossier -> dossier.id().toString()))
                .map(dossier -> dossier.id().toString())
                .toList();
        assertThat(new HashSet<>(shown)).as("no duplicate").hasSameSizeAs(shown);
        Set<String> before = new HashSet<>(expected);
        assertThat(shown.stream().filter(before::contains).toList())
                .as("no gap, in order")
                .isEqualTo(expected);
    }

    @Test
    void aCitizensOwnAreShownNewestFirstAndOnce() {
        String citizen = "pages-1";
        List<StoredDossier> own = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Some at the very same instant.
            own.add(one("H03.02", DossierStatus.ACCEPTED, DAY)
                    .ownedBy(citizen)
                    .submitted(DAY.minusSeconds(3600L * (i / 4))));
        }
        StoredDossier.store(own);
        StoredDossier.store(List.of(one("H03.02", DossierStatus.ACCEPTED, DAY).ownedBy("pages-2")));
        List<String> shown = new ArrayList<>();
        String next = "/v1/my-dossiers?limit=4";
        while (next != null) {
            Response page = given().auth()
                    .oauth2(LocalInfrastructure.tokens().token(TokenRequest.citizen(citizen)))
                    .urlEncodingEnabled(false)
                    .get(next);
            shown.addAll(page.path("items.id"));
            next = following(page);
        }
        assertThat(shown)
                .isEqualTo(own.stream()
                        .sorted(Comparator.comparing(StoredDossier::submittedAt)
                                .reversed()
                                .thenComparing(dossier -> dossier.id().toString()))
                        .map(dossier -> dossier.id().toString())
                        .toList());
    }

    @Test
    void aLineSaysWhatIsNextAndWhenItIsDue() {
        StoredDossier dossier = one("H03.04", DossierStatus.SUBMITTED, null);
        StoredDossier.store(List.of(dossier));
        String line = "items.find { it.id == '" + dossier.id() + "' }.";
        given().auth()
                .oauth2(token("reception", "H03.04"))
                .get("/v1/queue?status=SUBMITTED&limit=200")
                .then()
                .statusCode(200)
                .body(line + "code", equalTo(dossier.code()))
                .body(line + "agency.name", equalTo("Sở Nông nghiệp và Phát triển nông thôn"))
                .body(line + "nextSteps.step", hasItem("acceptance"))
                .body(line + "nextSteps.href", hasItem("/v1/dossiers/" + dossier.id() + "/acceptance"));
        given().auth()
                .oauth2(token("officer", "H03.04"))
                .get("/v1/queue?status=SUBMITTED&limit=200")
                .then()
                // Whoever is of the agency may add a file; what comes of it is reception's to say.
                .body(line + "nextSteps.step", equalTo(List.of("document")));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "status=DONE, status",
        "cursor=abc, cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
    })
    void aBadParameterIsNamed(String query, String parameter) {
        given().auth()
                .oauth2(token("reception", "H03.04"))
                .get("/v1/queue?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void aCursorDoesNotWanderIntoAnotherList() {
        StoredDossier.store(List.of(
                one("H03.05", DossierStatus.ACCEPTED, DAY), one("H03.05", DossierStatus.ACCEPTED, DAY.plusSeconds(1))));
        String next =
                get("/v1/queue?agency=H03.05&status=ACCEPTED&limit=1", "H03").path("next");
        assertThat(next).isNotNull();
        assertThat(get("/v1/queue?agency=H03.05&status=PROCESSING&cursor=" + next, "H03")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/queue?agency=H03.04&status=ACCEPTED&cursor=" + next, "H03")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueueOfAnotherAgencyIsRefused() {
        assertThat(get("/v1/queue?agency=H03.01", "H03.02").statusCode()).isEqualTo(403);
        assertThat(get("/v1/queue?agency=H03", "H03.02").statusCode()).isEqualTo(403);
        assertThat(get("/v1/queue", null).statusCode()).isEqualTo(403);
    }

    private static List<StoredDossier> some(Random random, String agency, int count) {
        List<StoredDossier> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Few dates, so that many share one; and a fifth without any.
            Instant due = random.nextInt(5) == 0 ? null : DAY.plusSeconds(3600L * random.nextInt(6));
            some.add(one(agency, OPEN.get(random.nextInt(OPEN.size())), due)
                    .takenBy(random.nextBoolean() ? null : "officer-7"));
        }
        return some;
    }

    private static StoredDossier one(String agency, DossierStatus status, Instant due) {
        int number = ++numbers;
        // Ids that Java and PostgreSQL would order differently.
        UUID id = UUID.nameUUIDFromBytes(("queue-" + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return StoredDossier.of(id, String.format("%s-220609-%06d", agency, 500_000 + number), status, agency)
                .due(due);
    }

    private static String following(Response page) {
        String link = page.header("Link");
        if (link == null) {
            assertThat(page.<String>path("next")).isNull();
            return null;
        }
        assertThat(link).startsWith("<").endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    private static Response get(String path, String agency) {
        return given().auth()
                .oauth2(token("reception", agency))
                .urlEncodingEnabled(false)
                .get(path);
    }

    private static String token(String role, String agency) {
        return LocalInfrastructure.tokens().token(TokenRequest.of(role, agency, 1));
    }
}
