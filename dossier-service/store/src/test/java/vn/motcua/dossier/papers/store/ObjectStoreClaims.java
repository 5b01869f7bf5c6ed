package vn.motcua.dossier.papers.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class ObjectStoreClaims {

    private static final byte[] DEED = "giấy chứng nhận".getBytes(UTF_8);

    abstract ObjectStore store();

    abstract Path spoolFolder();

    @Test
    void whatWasPutComesOutUnderTheHashOfItsBytes() throws IOException {
        ObjectKey key = put(DEED);

        assertThat(key).hasToString("sha256:c1e5761c39b6a9abf21c6995b27b4989d0ca4e9bb97a51f0a13387f4643a902f");
        assertThat(read(key)).isEqualTo(DEED);
        assertThat(store().exists(key)).isTrue();
        assertThat(spoolFolder()).isEmptyDirectory();
    }

    @Test
    void anEmptyObjectIsAnObject() throws IOException {
        assertThat(read(put(new byte[0]))).isEmpty();
    }

    @Test
    void theSameBytesTwiceAreOneObject() throws IOException {
        ObjectKey first = put(DEED);
        ObjectKey second = put(DEED);

        assertThat(second).isEqualTo(first);
        store().delete(first);
        assertThat(store().exists(second)).isFalse();
    }

    @Test
    void manyWhoPutTheSameBytesAtOnceAllSucceed() throws Exception {
        byte[] bytes = new byte[300_000];
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ObjectKey>> all = IntStream.range(0, 24)
                    .mapToObj(n -> (Callable<ObjectKey>) () -> put(bytes))
                    .toList();
            for (Future<ObjectKey> one : people.invokeAll(all)) {
                assertThat(read(one.get())).isEqualTo(bytes);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws IOException {
        ObjectKey nothing = new ObjectKey("0".repeat(64));

        assertThat(store().exists(nothing)).isFalse();
        assertThatThrownBy(() -> store().open(nothing)).isInstanceOf(NoSuchObject.class);
    }

    @Test
    void deletingTwiceIsDeletingOnce() throws IOException {
        ObjectKey key = put(DEED);

        store().delete(key);
        store().delete(key);

        assertThat(store().exists(key)).isFalse();
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(NoSuchObject.class);
    }

    private ObjectKey put(byte[] bytes) throws IOException {
        try (Arrival arrival = new Spool(spoolFolder()).receive(new ByteArrayInputStream(bytes), 1_000_000)) {
            store().put(arrival);
            return arrival.key();
        }
    }

    private byte[] read(ObjectKey key) throws IOException {
        try (InputStream object = store().open(key)) {
            return object.readAllBytes();
        }
    }
}
