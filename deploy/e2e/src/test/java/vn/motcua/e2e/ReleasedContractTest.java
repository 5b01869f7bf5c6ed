package vn.motcua.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryRoot;
import vn.motcua.dossier.events.feedback.FeedbackFormat;
import vn.motcua.postal.events.PostalFormat;

/**
 * The gate of the contract: what was released once holds for good. A record that was published is read without losing a field, and a
 * description only grows. How it grows stands in decision 0020.
 */
class ReleasedContractTest {

    /**
     * Digest of each release, over the names and bytes of its files. A release never changes; a new one gets a line of its own.
     * Other systems were written by them.
     */
    private static final Map<String, String> RELEASES = Map.of(
            "dossier-service/events/1", "c577eeda14fc3015b03080f118b4c7df23b47d8848247a9b993e06569d0a8fd2",
            "dossier-service/events/2", "336cc39500ce099a8587573a3ab8879359aca643d0271254a71825e38d55d349",
            "postal-service/events/1", "4eb88a6279807d7b8a2c2632fddab148687761bbb5a24939d17830296a040b7f");

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> releases() {
        return Stream.of("dossier-service/events", "postal-service/events")
                .flatMap(language -> children(PROJECT.resolve(language).resolve("src/test/resources/released")));
    }

    @Test
    void noReleaseIsMissingOrNew() {
        assertThat(releases().map(ReleasedContractTest::named)).containsExactlyInAnyOrderElementsOf(RELEASES.keySet());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aReleaseNeverChanges(Path release) {
        assertThat(digest(release)).isEqualTo(RELEASES.get(named(release)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyPublishedRecordIsReadWithoutLosingAField(Path release) throws IOException {
        var read = 0;
        for (var file : files(release.resolve("golden"))) {
            var name = file.getFileName().toString().replace(".json", "");
            if (!name.equals("hashes")) {
                var released = Files.readString(file);
                assertThat(written(name, file, released)).as(file.toString()).isEqualTo(released);
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    /** A record as today's reader reads it and today's writer writes it. */
    private static String written(String name, Path file, String released) throws IOException {
        var bytes = released.getBytes(UTF_8);
        if (name.equals("restricted")) {
            var type = "vn.motcua.dossier.accepted.v1";
            var twin = EventFormat.readRestricted(type, bytes);
            return new String(EventFormat.restricted(EventFormat.canonical(twin.event()), twin.recipient()), UTF_8);
        }
        if (name.startsWith("vn.motcua.postal.restricted")) {
            return EventFormat.canonicalText(PostalFormat.readRestricted("vn.motcua.postal.handed-over.v1", bytes));
        }
        if (name.startsWith("vn.motcua.postal")) {
            return new String(PostalFormat.canonical(PostalFormat.read(name, bytes)), UTF_8);
        }
        if (name.startsWith("vn.motcua.feedback")) {
            return EventFormat.canonicalText(FeedbackFormat.read(name, bytes));
        }
        if (name.startsWith("vn.motcua.dossier")) {
            return EventFormat.canonicalText(EventFormat.read(name, bytes));
        }
        if (name.equals("history-root")) {
            return EventFormat.canonicalText(EventFormat.mapper().readValue(bytes, HistoryRoot.class));
        }
        assertThat(file.getParent().getFileName()).hasToString("catalogue");
        return EventFormat.canonicalText(EventFormat.readEntry(bytes).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aDescriptionOnlyGrows(Path release) {
        var breaks = new ArrayList<String>();
        for (var file : files(release.resolve("contract"))) {
            var place = release.resolve("contract").relativize(file);
            var now = today(release).resolve(place);
            if (Files.exists(now)) {
                Growth.breaks(read(file), read(now)).forEach(one -> breaks.add(place + one));
            } else {
                breaks.add(place + " is gone");
            }
        }
        assertThat(breaks).isEmpty();
    }

    /** What is described today and not yet released is promised to nobody, and held by nothing. */
    @ParameterizedTest
    @MethodSource("releases")
    void whatIsPublishedTodayIsTheNewestRelease(Path release) throws IOException {
        var newest = children(release.getParent())
                .max(Comparator.comparingInt(
                        one -> Integer.parseInt(one.getFileName().toString())))
                .orElseThrow();
        assertSame(newest.resolve("contract"), today(release));
        assertSame(newest.resolve("golden"), release.getParent().resolveSibling("golden"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everythingElseThanGrowingIsNoticed(Path release) {
        for (var file : files(release.resolve("contract"))) {
            var released = read(file);
            assertThat(Growth.breaks(released, released)).isEmpty();
            for (var change : Change.breaking(released)) {
                assertThat(Growth.breaks(released, change.after()))
                        .as(file + change.what())
                        .isNotEmpty();
            }
            for (var change : Change.growing(released)) {
                assertThat(Growth.breaks(released, change.after()))
                        .as(file + change.what())
                        .isEmpty();
            }
        }
    }

    private static void assertSame(Path one, Path other) throws IOException {
        assertThat(names(one)).isEqualTo(names(other));
        for (var name : names(one)) {
            assertThat(one.resolve(name)).hasSameTextualContentAs(other.resolve(name));
        }
    }

    private static List<String> names(Path folder) {
        return files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static Path today(Path release) {
        var language = release.getParent().getParent().getParent().getParent().getParent();
        return language.resolve("src/main/resources/vn/motcua")
                .resolve(language.startsWith(PROJECT.resolve("postal-service")) ? "postal/events" : "dossier/events");
    }

    private static String named(Path release) {
        var language = release.getParent().getParent().getParent().getParent().getParent();
        return PROJECT.relativize(language) + "/" + release.getFileName();
    }

    private static JsonNode read(Path file) {
        try {
            var mapper = file.toString().endsWith(".yaml") ? new YAMLMapper() : JSON;
            return mapper.readTree(Files.readAllBytes(file));
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (var found = Files.list(folder)) {
            return found.sorted().toList().stream();
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static List<Path> files(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static String digest(Path folder) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : files(folder)) {
                sha.update((folder.relativize(file).toString().replace('\\', '/') + "\n").getBytes(UTF_8));
                sha.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException | NoSuchAlgorithmException bug) {
            throw new AssertionError(bug);
        }
    }
}
