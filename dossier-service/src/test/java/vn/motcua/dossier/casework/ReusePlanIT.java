package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;

/** What an owner has in earlier dossiers is found by index scans that end at the newest, however many dossiers there are: explained as sent, and run. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class ReusePlanIT {

    private static final Pattern TOUCHED = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static final String NEITHER = "'7fffffff-0000-7000-8000-000000000000'";

    /** Of people with a handful each, and of one business and one account with more than anybody looks through. */
    @BeforeAll
    static void twentyThousandDossiersWithFivePapersEach() {
        var database = LocalInfrastructure.database();
        run(database, """
                insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method, origin,
                  legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, citizen, submitted_at, accepted_at, private_digest)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'H03.96-220610-' || lpad(n::text, 6, '0'), 'ACCEPTED', 1, 1,
                  timestamptz '2022-06-08 02:00Z', 'sha256:0', 'COUNTER', 'COUNTER', 'LIVE', '2022', '1.900101', 1, 'LLTP', false,
                  'H03.96', array['H03', 'H03.96'], case when n % 10 = 0 then 'reuse-plan' when n % 2 = 0 then 'reuse-' || n / 100 end,
                  timestamptz '2022-06-08 02:00Z' + n * interval '1 second', timestamptz '2022-06-08 02:00Z', 'sha256:0'
                from generate_series(1, 20000) n""");
        run(database, """
                insert into applicant (dossier_id, name, id_number, notify_by_sms, notify_by_email, language, components, salt)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Kế hoạch',
                  case when n % 10 = 1 then '0109990001' when n % 2 = 1 then 'B' || lpad((n / 100)::text, 7, '0') end, false, false, 'vi', '[]', 'x'
                from generate_series(1, 20000) n""");
        run(database, """
                insert into document (id, dossier_id, sequence, kind, result, sha256, salt, bytes, media_type, signature_broken, added_at)
                select gen_random_uuid(), ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'SCANNED', false, 'sha256:' || n || '-' || m, 'x', 1,
                  'application/pdf', false, timestamptz '2022-06-08 02:00Z' + n * interval '1 second'
                from generate_series(1, 20000) n, generate_series(1, 5) m""");
        run(database, "analyze dossier");
        run(database, "analyze applicant");
        run(database, "analyze document");
    }

    @Test
    void byNumberTheNewestAreReadFromTheEndOfAnIndex() {
        var plan = plan("null", "'0109990001'");

        assertThat(plan)
                .contains("Index Only Scan Backward using applicant_of_number")
                .doesNotContain("Seq Scan");
        assertThat(touched(plan)).as(plan).isLessThan(200 * (3 + 3 + 5 + 1));
    }

    @Test
    void byAccountTheNewestAreReadFromTheIndexOfTheirOwn() {
        var plan = plan("'reuse-plan'", "null");

        assertThat(plan).contains("using dossier_of_citizen").doesNotContain("Seq Scan");
        assertThat(touched(plan)).as(plan).isLessThan(200 * (3 + 3 + 5 + 1));
    }

    private static String plan(String citizen, String number) {
        var sent = EarlierPaperStore.OF_OWNER
                .replace("$1", citizen)
                .replace("$2", number)
                .replace("$3", NEITHER);
        return String.join("\n", Tables.column("explain (analyze, buffers, costs off) " + sent));
    }

    private static int touched(String plan) {
        var found = TOUCHED.matcher(plan);
        assertThat(found.find()).as(plan).isTrue();
        return Integer.parseInt(found.group(1)) + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
    }

    private static void run(LocalDatabase database, String statement) {
        Tables.run(database, statement);
    }
}
