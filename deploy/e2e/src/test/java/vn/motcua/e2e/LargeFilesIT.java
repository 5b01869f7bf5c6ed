package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;
import vn.motcua.local.tokens.TokenRequest;

/** Files that are together larger than all the memory that the service may have; it would end on the first want of it. */
class LargeFilesIT {

    private static final int MIB = 1024 * 1024;
    private static final long BYTES = 200L * MIB;
    private static final int AT_ONCE = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void threeFilesOfTwoHundredMebibytesPassAtOnceThroughAHeapOfTwoHundredAndFiftySix() throws IOException {
        var service = Province.platform().service(LocalService.DOSSIER);
        var before = residentMegabytes(service.pid());
        var began = System.nanoTime();

        var answers = IntStream.range(0, AT_ONCE).mapToObj(this::send).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"bytes\":" + BYTES);
        });
        System.out.printf(
                "%d × 200 MiB at once in %.1f s, resident before %d MB, after %d MB%n",
                AT_ONCE, (System.nanoTime() - began) / 1e9, before, residentMegabytes(service.pid()));
        assertThat(service.isRunning()).isTrue();
        for (int n = 0; n < AT_ONCE; n++) {
            var id = answers.get(n).body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
            assertThat(ask(request(n, "/" + id).DELETE()).join().statusCode()).isEqualTo(204);
        }
    }

    /** As the kernel says; 0 where there is no Linux to ask. */
    private static long residentMegabytes(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    private CompletableFuture<HttpResponse<String>> send(int n) {
        return ask(request(n, "")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofInputStream(() -> new LongPaper(n))));
    }

    private static HttpRequest.Builder request(int n, String path) {
        var token = Province.platform().tokens().token(TokenRequest.citizen("large-" + n));
        return HttpRequest.newBuilder(Province.dossier("/v1/uploads" + path))
                .header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Begins as a PDF and goes on for long; held nowhere. */
    private static final class LongPaper extends InputStream {

        private final byte[] begin;
        private long sent;

        LongPaper(int number) {
            this.begin = ("%PDF-1.7\n% " + number + "\n").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            if (sent == BYTES) {
                return -1;
            }
            return sent < begin.length ? begin[(int) sent++] : next();
        }

        private int next() {
            sent++;
            return ' ';
        }

        @Override
        public int read(byte[] into, int at, int most) {
            var many = (int) Math.min(most, BYTES - sent);
            for (int i = 0; i < many; i++) {
                into[at + i] = (byte) read();
            }
            return many == 0 ? -1 : many;
        }
    }
}
