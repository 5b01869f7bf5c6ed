package vn.motcua.dossier.papers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path folder;

    private Spool spool;

    @BeforeEach
    void setUp() {
        spool = new Spool(folder);
    }

    @Test
    void asManyBytesAsAllowedArrive() throws IOException {
        try (Arrival arrival = spool.receive(new ByteArrayInputStream(new byte[100]), 100)) {
            assertThat(arrival.bytes()).isEqualTo(100);
            assertThat(arrival.path()).hasSize(100);
        }
    }

    @Test
    void oneByteMoreIsTooLargeAndNothingStaysBehind() {
        assertThatThrownBy(() -> spool.receive(new ByteArrayInputStream(new byte[101]), 100))
                .isInstanceOfSatisfying(
                        TooLarge.class, e -> assertThat(e.limitBytes()).isEqualTo(100));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoHangsUpLeavesNothingBehind() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> spool.receive(broken, 1_000_000)).hasMessage("connection reset");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatNoStoreTookIsGoneWhenClosed() throws IOException {
        spool.receive(new ByteArrayInputStream(new byte[10]), 100).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSweepTakesWhatWasLeftBehindAndNothingThatIsArriving() throws IOException {
        Arrival left = spool.receive(new ByteArrayInputStream(new byte[10]), 100);
        Files.setLastModifiedTime(left.path(), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Arrival arriving = spool.receive(new ByteArrayInputStream(new byte[11]), 100);

        assertThat(spool.sweep(Duration.ofDays(1))).isEqualTo(1);
        assertThat(left.path()).doesNotExist();
        assertThat(arriving.path()).exists();
    }

    @Test
    void aFolderThatIsNotThereYetHasNothingToSweep() throws IOException {
        assertThat(new Spool(folder.resolve("none")).sweep(Duration.ZERO)).isZero();
    }
}
