package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** On the last day whose year has a calendar. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class MissingCalendarIT {

    private final Api citizen = Api.citizen("c-22");
    private final Api reception = Api.as("reception", JUSTICE);

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void intakeGoesOnAndAcceptanceSaysWhichYearIsMissing() {
        BusinessDay.standAt("2026-12-31T16:00");
        var submitted = citizen.open(Examples.ONLINE);
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.body().has("replyDueAt")).isFalse();
        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        var before = Tables.state();

        var missing = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        assertThat(missing.status()).isEqualTo(503);
        assertThat(missing.problem()).isEqualTo("calendar-not-published");
        assertThat(missing.text("year")).isEqualTo("2027");
        assertThat(reception.open(Examples.COUNTER).problem()).isEqualTo("calendar-not-published");
        assertThat(Tables.state()).isEqualTo(before);

        // A refusal needs no calendar.
        assertThat(reception
                        .step(submitted.id(), "refusal", submitted.etag(), Examples.REFUSAL)
                        .status())
                .isEqualTo(200);
    }
}
