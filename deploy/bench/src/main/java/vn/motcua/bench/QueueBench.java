package vn.motcua.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Locale;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Measures a page of 20 of an agency's queue over HTTP, in a province with a million open dossiers of which colleagues have nearly all. Each kind of page is
 * asked for on one connection, one after the other. Prints a table in Markdown.
 */
public final class QueueBench {

    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 1_000_000);
    private static final int TIMES = 1_000;
    private static final int WARMING = 2_000;
    private static final String PAGE = "/v1/queue?agency=H03.01&limit=20";
    private static final PrintStream OUT = System.out;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A fifth at each of five agencies, by status and due date as they come; of a hundred an officer has three, and nobody two. */
    private static final String SEED = """
            insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method, origin,
              legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, citizen, officer, submitted_at, accepted_at, due_at, private_digest)
            select gen_random_uuid(), 'H03.0' || (1 + n % 5) || '-220610-' || lpad(n::text, 7, '0'),
              (array['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PROCESSING'])[1 + n / 5 % 4], 1, 1,
              timestamptz '2022-06-08 02:00Z', 'sha256:0', 'ONLINE', 'COUNTER', 'LIVE', '2022', '1.900101', 1, 'LLTP', false,
              'H03.0' || (1 + n % 5), array['H03', 'H03.0' || (1 + n % 5)], 'queue-' || n % 1000,
              case when n / 20 % 100 < 95 then 'colleague-' || n % 40 when n / 20 % 100 < 98 then 'officer-1' end,
              timestamptz '2022-06-08 02:00Z' + n * interval '1 second', timestamptz '2022-06-08 02:00Z' + n * interval '1 second',
              timestamptz '2022-06-08 02:00Z' + (n::bigint * 7919 % 1000003) * interval '1 second', 'sha256:0'
            from generate_series(1, ?) n""";

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private QueueBench(URI base) {
        this.base = base;
    }

    /** The one argument is the project's root. */
    public static void main(String[] args) throws Exception {
        var project = Path.of(args[0]);
        var home = project.resolve("deploy/bench/target/platform");
        Directories.delete(home);
        var settings =
                PlatformSettings.of(project, home, PlatformPorts.free()).withJvmOption("-XX:TieredStopAtLevel=4");
        try (var platform = LocalPlatform.of(settings, line -> OUT.println("  " + line))) {
            platform.startInfrastructure();
            platform.service(LocalService.DOSSIER).start();
            seed(platform.database(LocalService.DOSSIER));
            measure(platform);
        }
    }

    private static void seed(LocalDatabase database) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
                var dossiers = connection.prepareStatement(SEED);
                var analysis = connection.createStatement()) {
            dossiers.setInt(1, DOSSIERS);
            dossiers.executeUpdate();
            analysis.execute("vacuum analyze dossier");
        }
    }

    private static void measure(LocalPlatform platform) throws Exception {
        var officer = platform.tokens().token(TokenRequest.of("officer", "H03.01", 1));
        var leader = platform.tokens().token(TokenRequest.of("leader", "H03.01", 1));
        var pages = new QueueBench(platform.url(LocalService.DOSSIER));
        OUT.printf(Locale.ROOT, "%n| 20 of %,d dossiers, ms over HTTP | min | median | p99 | max |%n", DOSSIERS);
        OUT.println("|---|---|---|---|---|");
        pages.row("an officer: theirs and the untaken, in processing", PAGE + "&status=PROCESSING", officer);
        pages.row("the agency: in processing", PAGE + "&status=PROCESSING", leader);
        pages.row("the agency: in processing, after ten thousand", pages.deep(leader), leader);
        pages.row("an officer: whatever is open", PAGE, officer);
        pages.row("the agency: whatever is open", PAGE, leader);
    }

    /** The page after ten thousand dossiers. */
    private String deep(String token) throws Exception {
        var page = PAGE.replace("limit=20", "limit=200") + "&status=PROCESSING";
        var next = page;
        for (int i = 0; i < 50; i++) {
            next = page + "&cursor="
                    + JSON.readTree(get(next, token)).path("next").asText();
        }
        return next.replace("limit=200", "limit=20");
    }

    private void row(String name, String path, String token) throws Exception {
        if (JSON.readTree(get(path, token)).path("items").size() != 20) {
            throw new IllegalStateException("no full page at " + path);
        }
        for (int i = 0; i < WARMING; i++) {
            get(path, token);
        }
        var taken = new Series();
        for (int i = 0; i < TIMES; i++) {
            var started = System.nanoTime();
            get(path, token);
            taken.add((System.nanoTime() - started) / 1e6);
        }
        OUT.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                taken.min(),
                taken.median(),
                taken.percentile(99),
                taken.max());
    }

    private String get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
