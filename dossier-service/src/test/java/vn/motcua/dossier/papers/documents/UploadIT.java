package vn.motcua.dossier.papers.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** The upload area over HTTP: what is taken, what is not, and that nothing stays of what is not. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class UploadIT {

    private static final long MIB = 1024 * 1024;
    private static final long LONG = 200 * MIB;
    private static final long LITTLE = 40 * MIB;

    private final TokenRequest who = TokenRequest.citizen("c-" + UUID.randomUUID());
    private final Api citizen = Api.as(who);

    @Inject
    UploadSweep sweep;

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-09-07T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aFileIsKeptUnderTheHashOfItsBytes() {
        var file = SentFiles.pdf("kept");
        var upload = SentFiles.upload(citizen, file);

        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        assertThat(upload.text("sha256")).isEqualTo(SentFiles.sha256(file));
        assertThat(upload.body().path("bytes").asInt()).isEqualTo(file.length);
        assertThat(upload.text("mediaType")).isEqualTo("application/pdf");
        assertThat(upload.text("expiresAt")).isEqualTo("2022-09-08T02:00:00Z");
        assertThat(SentFiles.isStored(upload.text("sha256"))).isTrue();
        assertThat(SentFiles.lying("arriving")).isEmpty();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("application/pdf", SentFiles.pdf("a")),
                Arguments.of("image/jpeg", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0)),
                Arguments.of("image/png", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R')),
                Arguments.of("image/tiff", bytes('I', 'I', 42, 0, 8, 0, 0, 0, 0, 0)),
                Arguments.of("application/xml", "<?xml version=\"1.0\"?><toKhai xmlns=\"urn:x\"/>".getBytes(UTF_8)),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SentFiles.docx()),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        SentFiles.xlsxWithItsContentsLast()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatAFileIsStandsInItsBytes(String type, byte[] file) {
        var upload = SentFiles.upload(citizen, file);

        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        assertThat(upload.text("mediaType")).isEqualTo(type);
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                Arguments.of("a program", bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff)),
                Arguments.of("a script", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8)),
                Arguments.of("a page", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8)),
                Arguments.of(
                        "a picture that runs",
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>"
                                .getBytes(UTF_8)),
                Arguments.of("an archive", SentFiles.zip("a.exe", "MZ")),
                Arguments.of(
                        "a document that is an archive too",
                        SentFiles.joined(SentFiles.pdf("both"), SentFiles.zip("a.class", "x"))),
                Arguments.of(
                        "a picture that is an archive too",
                        SentFiles.joined(
                                bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0),
                                SentFiles.zip("a.class", "x"))),
                Arguments.of(
                        "a program before a document",
                        SentFiles.joined("#!/bin/sh\nid\n".getBytes(UTF_8), SentFiles.pdf("behind"))),
                Arguments.of("a document that bursts", SentFiles.docxThatBursts()),
                Arguments.of("a document with macros", SentFiles.docxWithMacros()),
                Arguments.of("half an archive", java.util.Arrays.copyOf(SentFiles.docx(), 60)),
                Arguments.of("words", "xin chào".getBytes(UTF_8)),
                Arguments.of("nothing", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("notTaken")
    void whatIsNoDocumentIsRefusedWhateverItIsCalled(String what, byte[] file) {
        var before = Tables.number("select count(*) from upload");
        var objects = SentFiles.lying("objects").size();

        var refused = SentFiles.upload(citizen, "application/pdf", BodyPublishers.ofByteArray(file));

        assertThat(refused.status()).as(what + ": " + refused.body()).isEqualTo(415);
        assertThat(refused.problem()).isEqualTo("unsupported-media-type");
        assertThat(Tables.number("select count(*) from upload")).isEqualTo(before);
        assertThat(SentFiles.lying("objects")).hasSize(objects);
        assertThat(SentFiles.lying("arriving")).isEmpty();
    }

    @Test
    void twoHundredMebibytesPassThroughALittleMemory() {
        SentFiles.upload(citizen, SentFiles.pdf("warm up"));
        var before = liveBytes();
        var during = new AtomicLong();
        var file = new SentFiles.Endless(LONG, LONG - MIB, () -> during.set(liveBytes()));

        var upload = SentFiles.upload(citizen, "application/pdf", BodyPublishers.ofInputStream(() -> file));

        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        assertThat(upload.body().path("bytes").asLong()).isEqualTo(LONG);
        assertThat(upload.text("sha256")).isEqualTo(file.sha256());
        System.out.printf(
                "live heap before %d MiB, when 199 of 200 MiB were sent %d MiB%n", before / MIB, during.get() / MIB);
        assertThat(during.get() - before).isLessThan(LITTLE);
        expire();
        assertThat(SentFiles.isStored(upload.text("sha256"))).isFalse();
    }

    @Test
    void oneByteMoreThanAllowedIsTooLargeAlsoWhereNobodySaidHowMuchWouldCome() {
        var refused = SentFiles.upload(
                citizen,
                "application/pdf",
                BodyPublishers.ofInputStream(() -> new SentFiles.Endless(LONG + 1, 0, () -> {})));

        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("too-large");
        assertThat(SentFiles.lying("arriving")).isEmpty();
        assertThat(Tables.number("select count(*) from upload where account = ?", who.subject()))
                .isZero();
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotWaitedFor() throws Exception {
        try (var socket = begun(LONG + 1)) {
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void whoHangsUpLeavesNothingBehind() throws Exception {
        var before = Tables.number("select count(*) from upload");
        try (var socket = begun(10 * MIB)) {
            socket.getOutputStream().write(SentFiles.pdf("half"));
            socket.getOutputStream().write(new byte[1_000_000]);
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SentFiles.lying("arriving").size() == 1);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> SentFiles.lying("arriving").isEmpty());
        assertThat(Tables.number("select count(*) from upload")).isEqualTo(before);
    }

    @Test
    void theSameFileFromManyAtOnceIsOneObjectThatLastsAsLongAsAnyoneHasIt() {
        var file = SentFiles.pdf("the same from all " + UUID.randomUUID());
        var all = IntStream.range(0, 8)
                .mapToObj(n -> Api.sendAsync(SentFiles.request(
                        citizen,
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))))
                .toList();
        List<Answer> uploads = all.stream().map(CompletableFuture::join).toList();

        assertThat(uploads).allSatisfy(upload -> assertThat(upload.status()).isEqualTo(201));
        assertThat(uploads).extracting(Answer::id).doesNotHaveDuplicates();
        var sha256 = SentFiles.sha256(file);
        for (var upload : uploads.subList(0, 7)) {
            assertThat(delete(citizen, upload.id())).isEqualTo(204);
        }
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(SentFiles.isStored(sha256)).isTrue();
        assertThat(delete(citizen, uploads.get(7).id())).isEqualTo(204);
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(SentFiles.isStored(sha256)).isFalse();
    }

    @Test
    void anUploadIsItsSendersAlone() {
        var upload = SentFiles.upload(citizen, SentFiles.pdf("mine"));

        assertThat(delete(Api.citizen("c-other"), upload.id())).isEqualTo(404);
        assertThat(delete(citizen, upload.id())).isEqualTo(204);
        assertThat(delete(citizen, upload.id())).isEqualTo(404);
        assertThat(delete(citizen, "no-id")).isEqualTo(404);
    }

    @Test
    void whatIsNotUsedInADayIsSweptAndTheSameBytesComeInAgain() {
        var file = SentFiles.pdf("unused " + UUID.randomUUID());
        var upload = SentFiles.upload(citizen, file);
        BusinessDay.standAt("2022-09-08T08:59");
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(SentFiles.isStored(upload.text("sha256"))).isTrue();

        expire();
        assertThat(SentFiles.isStored(upload.text("sha256"))).isFalse();
        assertThat(Tables.number("select count(*) from upload where id = ?::uuid", upload.id()))
                .isZero();
        assertThat(Tables.number("select count(*) from object_removal where sha256 = ?", upload.text("sha256")))
                .isZero();

        assertThat(SentFiles.upload(citizen, file).status()).isEqualTo(201);
        assertThat(SentFiles.isStored(upload.text("sha256"))).isTrue();
    }

    @Test
    void bytesThatAreOnTheirWayOutComeInBehindIt() throws SQLException {
        var file = SentFiles.pdf("in and out " + UUID.randomUUID());
        var sha256 = SentFiles.sha256(file);
        var database = LocalInfrastructure.database();
        Tables.run(database, "insert into object_removal (sha256, since) values (?, '2022-09-06T00:00Z')", sha256);

        CompletableFuture<Answer> upload;
        try (var sweeping = database.connect()) {
            sweeping.setAutoCommit(false);
            try (var hold = sweeping.prepareStatement("delete from object_removal where sha256 = ?")) {
                hold.setString(1, sha256);
                assertThat(hold.executeUpdate()).isEqualTo(1);
            }
            upload = Api.sendAsync(SentFiles.request(citizen, "application/pdf", BodyPublishers.ofByteArray(file)));
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Tables.number("select count(*) from upload where sha256 = ? and not ready", sha256) == 1);
            assertThat(SentFiles.isStored(sha256)).isFalse();
            sweeping.commit();
        }

        assertThat(upload.join().status()).isEqualTo(201);
        assertThat(SentFiles.isStored(sha256)).isTrue();
    }

    @Test
    void whatWasDeletedAndIsSentAgainComesInAtOnce() {
        var file = SentFiles.pdf("second thoughts " + UUID.randomUUID());
        var first = SentFiles.upload(citizen, file);
        assertThat(delete(citizen, first.id())).isEqualTo(204);

        var again = SentFiles.upload(citizen, file);

        assertThat(again.status()).isEqualTo(201);
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(SentFiles.isStored(again.text("sha256"))).isTrue();
    }

    /** An object that the store does not give up: here, something lies where it should be that is no file. */
    @Test
    void oneThatCannotBeDeletedHoldsUpNoOther() throws IOException {
        BusinessDay.standAt("2022-09-07T09:00");
        var stuck = SentFiles.sha256(SentFiles.pdf("stuck " + UUID.randomUUID()));
        Files.createDirectories(SentFiles.lies(stuck).resolve("no-file"));
        var free = SentFiles.upload(citizen, SentFiles.pdf("free " + UUID.randomUUID()));
        var database = LocalInfrastructure.database();
        Tables.run(database, "insert into object_removal (sha256, since) values (?, '2022-09-06T00:00Z')", stuck);
        assertThat(delete(citizen, free.id())).isEqualTo(204);

        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        assertThat(SentFiles.isStored(free.text("sha256"))).isFalse();
        assertThat(Tables.text("select since at time zone 'UTC' from object_removal where sha256 = ?", stuck))
                .as("tried again later")
                .isEqualTo("2022-09-07 02:10:00");
        Files.delete(SentFiles.lies(stuck).resolve("no-file"));
        BusinessDay.standAt("2022-09-07T09:10");
        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(SentFiles.isStored(stuck)).isFalse();
        assertThat(Tables.number("select count(*) from object_removal where sha256 = ?", stuck))
                .isZero();
    }

    @Test
    void whoHasNoBusinessWithDossiersSendsNothing() {
        assertThat(SentFiles.upload(Api.as("operator", "H03"), SentFiles.pdf("x"))
                        .status())
                .isEqualTo(403);
        assertThat(SentFiles.upload(Api.as("cashier", "H03.01"), SentFiles.pdf("x"))
                        .status())
                .isEqualTo(403);
    }

    private void expire() {
        BusinessDay.standAt("2022-09-08T09:00");
        sweep.sweep().await().atMost(Duration.ofSeconds(60));
    }

    private static int delete(Api who, String id) {
        return Api.send(who.request("/v1/uploads/" + id).DELETE()).status();
    }

    private Socket begun(long length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + LocalInfrastructure.tokens().token(who)
                                + "\r\nContent-Type: application/pdf\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** What is still referred to, of the service and of this test together. */
    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[64];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
