package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockTest {

    private static final Instant ARTICLE_DAY = Instant.parse("2022-06-08T02:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aClockFile() throws IOException {
        file = folder.resolve("clock");
        write(0);
    }

    @Test
    void aStoppedClockStandsStill() throws IOException {
        write(ARTICLE_DAY.toEpochMilli() << 1 | 1);
        var clock = BusinessClock.of(Optional.of(file), List.of("local"));
        assertThat(clock.instant()).isEqualTo(ARTICLE_DAY);
        assertThat(clock.instant()).isEqualTo(ARTICLE_DAY);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        var there = clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(there.instant()).isEqualTo(ARTICLE_DAY);
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Test
    void aClockBefore1970StandsStillToo() throws IOException {
        var moonLanding = Instant.parse("1969-07-20T20:17:40Z");
        write(moonLanding.toEpochMilli() << 1 | 1);
        assertThat(BusinessClock.of(Optional.of(file), List.of("test")).instant())
                .isEqualTo(moonLanding);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 86_400_000, -86_400_000, -112_000_000_000L})
    void aRunningClockKeepsItsDistanceFromRealTime(long distance) throws IOException {
        write(distance << 1);
        var clock = BusinessClock.of(Optional.of(file), List.of("local"));
        assertThat(clock.instant()).isCloseTo(Instant.now().plusMillis(distance), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void aMovedClockIsSeenAtOnceByTheSameReader() throws IOException {
        var clock = BusinessClock.of(Optional.of(file), List.of("local"));
        assertThat(clock.instant()).isAfter(ARTICLE_DAY);
        write(ARTICLE_DAY.toEpochMilli() << 1 | 1);
        assertThat(clock.instant()).isEqualTo(ARTICLE_DAY);
        write(ARTICLE_DAY.plus(Duration.ofHours(6)).toEpochMilli() << 1 | 1);
        assertThat(clock.instant()).isEqualTo(ARTICLE_DAY.plus(Duration.ofHours(6)));
    }

    @Test
    void withoutAFileItIsRealTimeInWholeMilliseconds() {
        var now = BusinessClock.of(Optional.empty(), List.of("prod")).instant();
        assertThat(now).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "dev", "staging"})
    void aClockThatCanBeSetDoesNotStartInAnotherProfile(String profile) {
        assertThatThrownBy(() -> BusinessClock.of(Optional.of(file), List.of(profile)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("motcua.clock.file")
                .hasMessageContaining(profile);
    }

    @Test
    void aMissingOrShortFileIsNamed() throws IOException {
        var absent = folder.resolve("absent");
        assertThatThrownBy(() -> BusinessClock.of(Optional.of(absent), List.of("local")))
                .hasMessageContaining("absent");
        var brief = Files.write(folder.resolve("brief"), new byte[7]);
        assertThatThrownBy(() -> BusinessClock.of(Optional.of(brief), List.of("local")))
                .hasMessageContaining("shorter than 8 bytes");
    }

    private void write(long word) throws IOException {
        Files.write(
                file,
                ByteBuffer.allocate(Long.BYTES).putLong(word).array(),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }
}
