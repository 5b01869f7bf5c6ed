package vn.motcua.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClockTest {

    private static final Instant REAL = Instant.parse("2026-02-17T03:00:00Z");
    private static final Instant ARTICLE = Instant.parse("2022-06-08T02:00:00Z");

    @TempDir
    private Path directory;

    private SharedClock clock() {
        return SharedClock.in(directory.resolve("clock"), Clock.fixed(REAL, ZoneOffset.UTC));
    }

    @Test
    void aNewClockShowsRealTime() {
        assertThat(clock().now()).isEqualTo(REAL);
        assertThat(clock().isStanding()).isFalse();
    }

    @Test
    void aStandingClockIsTheInstantWithTheLowestBitSetBigEndian() throws IOException {
        clock().set(ARTICLE, true);

        assertThat(word()).isEqualTo(ARTICLE.toEpochMilli() * 2 + 1);
        assertThat(clock().now()).isEqualTo(ARTICLE);
    }

    @Test
    void aRunningClockIsTheDistanceFromRealTimeWithTheLowestBitClear() throws IOException {
        clock().set(ARTICLE, false);

        assertThat(word()).isEqualTo((ARTICLE.toEpochMilli() - REAL.toEpochMilli()) * 2);
        assertThat(clock().now()).isEqualTo(ARTICLE);
    }

    @Test
    void advancingKeepsItStandingOrRunning() {
        SharedClock clock = clock();
        clock.set(ARTICLE, true);
        clock.advance(Duration.ofHours(2));
        assertThat(clock.now()).isEqualTo(ARTICLE.plusSeconds(7200));
        assertThat(clock.isStanding()).isTrue();

        clock.resume();
        clock.advance(Duration.ofMinutes(-5));
        assertThat(clock.now()).isEqualTo(ARTICLE.plusSeconds(6900));
        assertThat(clock.isStanding()).isFalse();
    }

    @Test
    void resetGoesBackToRealTime() throws IOException {
        SharedClock clock = clock();
        clock.set(ARTICLE, true);
        clock.reset();

        assertThat(word()).isZero();
        assertThat(clock.now()).isEqualTo(REAL);
    }

    @Test
    void timeBefore1970Stands() {
        SharedClock clock = clock();
        clock.set(Instant.parse("1954-07-21T00:00:00Z"), true);

        assertThat(clock.now()).isEqualTo(Instant.parse("1954-07-21T00:00:00Z"));
    }

    @Test
    void whatOneSetsAnotherSees() {
        SharedClock reader = clock();
        clock().set(ARTICLE, true);

        assertThat(reader.now()).isEqualTo(ARTICLE);
    }

    private long word() throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(directory.resolve("clock"))).getLong();
    }
}
