package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;

/** Parts that go from agency to agency, each with its own days off. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class PartsIT {

    private static final String LEAD = "H03.01";
    private static final String BA_BE = "H03.32";
    private static final String ANOTHER = "H03.31";

    private final Api admin = Api.as("admin", "H03");
    private final Api officer = Api.as("officer", LEAD);

    @Inject
    CatalogueRoom room;

    @BeforeEach
    void onATuesdayAfternoon() {
        BusinessDay.standAt("2022-06-14T15:00");
    }

    @AfterEach
    void tidy() throws Exception {
        BusinessDay.backToRealTime();
        room.tidy();
    }

    /** Ten working days in all: one, seven and two fit, where nobody is closed meanwhile. */
    @Test
    void aSequenceEndsWithinTheTotalByTheDaysOffOfEachAgencyInIt() {
        var fits = sequence();
        assertThat(part(fits, ANOTHER, 2, 2).status()).as("nobody is closed").isEqualTo(200);

        closed(BA_BE);

        var tooLong = sequence();
        var barred = part(tooLong, ANOTHER, 2, 2);
        assertThat(barred.status()).as("Ba Bể takes a day longer").isEqualTo(422);
        assertThat(barred.text("reason")).isEqualTo("LEG_BEYOND_TOTAL");
        assertThat(part(tooLong, ANOTHER, 1, 2).status()).isEqualTo(200);
    }

    private Answer sequence() {
        var accepted = Api.as("reception", LEAD).open(Examples.COUNTER);
        assertThat(accepted.text("dueAt")).isEqualTo("2022-06-28T08:00:00Z");
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var second = part(part(begun, ANOTHER, 1, null), BA_BE, 7, 1);
        assertThat(second.status()).as(String.valueOf(second.body())).isEqualTo(200);
        return second;
    }

    private Answer part(Answer dossier, String agency, int days, Integer after) {
        return officer.step(dossier.id(), "legs", dossier.etag(), """
                {"agency": "%s", "task": "Cho ý kiến", "after": %s, "limit": {"amount": %d, "unit": "WORKING_DAYS"}}""".formatted(agency, after, days));
    }

    private void closed(String agency) {
        var draft = Api.send(
                admin.post("/v1/catalogue/drafts", """
                {"kind": "OVERRIDE", "code": "%1$s@2022-06-20", "version": 1, "agency": "%1$s", "date": "2022-06-20", "worked": false,
                 "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "13/CĐ-UBND"}""".formatted(agency)).header("Idempotency-Key", Api.key()));
        assertThat(draft.status()).as(String.valueOf(draft.body())).isEqualTo(201);
        var published = Api.send(admin.post(URI.create(draft.location()).getPath() + "/publication", "{}")
                .header("Idempotency-Key", Api.key()));
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
    }
}
