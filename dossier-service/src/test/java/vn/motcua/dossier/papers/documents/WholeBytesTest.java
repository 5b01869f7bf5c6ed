package vn.motcua.dossier.papers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not whole is never all there. */
class WholeBytesTest {

    private final byte[] filed = SentFiles.pdf("trang ".repeat(40));
    private final AtomicInteger lost = new AtomicInteger();
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 8192})
    void aWholeFileComesAsItIs(int piece) throws IOException {
        read(filed, piece);

        assertThat(got.toByteArray()).isEqualTo(filed);
        assertThat(lost).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 8192})
    void aFlippedByteAnywhereBreaksItOffBeforeItsLastPiece(int piece) {
        for (int at = 0; at < filed.length; at++) {
            var altered = filed.clone();
            altered[at] ^= 1;
            refused(altered, piece, at + 1);
        }
    }

    @Test
    void aFileThatLostItsEndOrGotMoreIsNotWhole() {
        refused(Arrays.copyOf(filed, filed.length - 1), 64, 1);
        refused(Arrays.copyOf(filed, filed.length + 1), 64, 2);
        refused(Arrays.copyOf(filed, filed.length + 1), 8192, 3);
        refused(new byte[0], 64, 4);
    }

    private void refused(byte[] there, int piece, int times) {
        got.reset();
        assertThatThrownBy(() -> read(there, piece)).isInstanceOf(WholeBytes.Altered.class);
        assertThat(got.size()).isLessThan(filed.length);
        assertThat(lost).hasValue(times);
    }

    private void read(byte[] there, int piece) throws IOException {
        var sha256 = SentFiles.sha256(filed).replace("sha256:", "");
        try (var in = new WholeBytes(new ByteArrayInputStream(there), sha256, filed.length, lost::incrementAndGet)) {
            var buffer = new byte[piece];
            for (int many = in.read(buffer); many >= 0; many = in.read(buffer)) {
                got.write(buffer, 0, many);
            }
        }
    }
}
