package vn.motcua.dossier.archiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.edge.Digests;

class BagTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final List<Enclosure> files = List.of(file("history.json", "{}"), file("papers/TK.pdf", "tờ khai"));

    @Test
    void aBagSaysItselfThatItIsWhole() {
        var bag = Unpacked.of(bag(files));
        assertThat(bag.complaints()).isEmpty();
        assertThat(bag.files().keySet())
                .containsExactlyInAnyOrder(
                        "bagit.txt",
                        "bag-info.txt",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt",
                        "data/history.json",
                        "data/papers/TK.pdf");
        assertThat(new String(bag.files().get("bag-info.txt"), StandardCharsets.UTF_8))
                .isEqualTo("""
                        Bagging-Date: 2026-07-01
                        External-Identifier: H03.01-220608-0001
                        Payload-Oxum: 11.2
                        Source-Organization: H03.01
                        """);
    }

    @Test
    void anyFileAlteredRemovedOrAddedIsFound() {
        for (var name : Unpacked.of(bag(files)).files().keySet()) {
            var altered = Unpacked.of(bag(files));
            altered.files().get(name)[0] ^= 1;
            assertThat(altered.complaints()).as(name).isNotEmpty();
            var removed = Unpacked.of(bag(files));
            removed.files().remove(name);
            assertThat(removed.complaints()).as(name).isNotEmpty();
        }
        var added = Unpacked.of(bag(files));
        added.files().put("data/more.txt", new byte[0]);
        assertThat(added.complaints()).isNotEmpty();
    }

    @Test
    void theSameIsTheSameBytesInWhateverOrderItComes() {
        var turned = new ArrayList<>(files);
        java.util.Collections.reverse(turned);
        assertThat(bag(turned)).isEqualTo(bag(files));
    }

    @Test
    void noFileLeavesTheBagOrHidesAnother() {
        for (var path : List.of("../a", "/a", "a/../b", "a//b", "", "a b", "a\\b", ".hidden", "a/", "a".repeat(201))) {
            assertThatThrownBy(() -> file(path, "")).as(path).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> bag(List.of(file("a", "1"), file("A", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsWeighedAsItIsSent() throws IOException {
        var bag = Bag.of("H03.01-220608-0001", "H03.01", DAY, files);
        var sent = new ByteArrayOutputStream();
        var seal = bag.seal();
        bag.writeTo(sent);
        assertThat(seal.bytes()).isEqualTo(sent.size());
        assertThat(seal.sha256())
                .isEqualTo(HexFormat.of().formatHex(Digests.sha256().digest(sent.toByteArray())));
    }

    @Test
    void noPackageGoesOutWithAFileThatIsNotWhatItsHashSays() {
        var whole = file("documents/a.pdf", "giấy tờ");
        var cut = Enclosure.kept(
                whole.path(), whole.sha256(), whole.bytes(), () -> new ByteArrayInputStream(new byte[] {'g'}));
        assertThatThrownBy(() -> Bag.of("H03.01-220608-0001", "H03.01", DAY, List.of(cut))
                        .seal())
                .isInstanceOf(NotWhole.class);
    }

    @Test
    void theFirstBytesAreOutLongBeforeTheLastOnesAreRead() throws IOException {
        var bytes = 64L * 1024 * 1024;
        var out = new AtomicLong();
        var ahead = new AtomicLong();
        var sha256 = Digests.sha256();
        var random = new Random(7);
        var block = new byte[1 << 16];
        random.nextBytes(block);
        for (long done = 0; done < bytes; done += block.length) {
            sha256.update(block);
        }
        var large = Enclosure.kept(
                "documents/large.bin", HexFormat.of().formatHex(sha256.digest()), bytes, () -> new InputStream() {
                    private long read;

                    @Override
                    public int read() {
                        throw new AssertionError("not byte by byte");
                    }

                    @Override
                    public int read(byte[] into, int at, int most) {
                        if (read == bytes) {
                            return -1;
                        }
                        // What was read and is not out yet, for random bytes that do not shrink.
                        ahead.accumulateAndGet(read - out.get(), Math::max);
                        int from = (int) (read % block.length);
                        int many = Math.min(most, block.length - from);
                        System.arraycopy(block, from, into, at, many);
                        read += many;
                        return many;
                    }
                });
        Bag.of("H03.01-220608-0001", "H03.01", DAY, List.of(large)).writeTo(new OutputStream() {
            @Override
            public void write(int one) {
                out.incrementAndGet();
            }

            @Override
            public void write(byte[] from, int at, int many) {
                out.addAndGet(many);
            }
        });
        assertThat(out.get()).isGreaterThan(bytes / 2);
        assertThat(ahead.get()).as("bytes held").isLessThan(1 << 20);
    }

    private static byte[] bag(List<Enclosure> files) {
        var out = new ByteArrayOutputStream();
        try {
            Bag.of("H03.01-220608-0001", "H03.01", DAY, files).writeTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static Enclosure file(String path, String content) {
        return Enclosure.of(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
