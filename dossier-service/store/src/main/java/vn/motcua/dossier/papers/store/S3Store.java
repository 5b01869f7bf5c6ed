package vn.motcua.dossier.papers.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects {@code ab/cd/abcd…} in one bucket of a server of the S3 protocol. The server is told a checksum and refuses
 * bytes that do not have it: MD5, which every such server knows, since it is the way that is checked and not the sender. The bucket is made by those who run the server, with their rules of encryption, versions and copies.
 */
public final class S3Store implements ObjectStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    public S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(Arrival arrival) throws IOException {
        asked(() -> client.putObject(
                request -> request.bucket(bucket).key(name(arrival.key())).contentMD5(arrival.md5()),
                RequestBody.fromFile(arrival.path())));
    }

    @Override
    public InputStream open(ObjectKey key) throws IOException {
        try {
            return asked(
                    () -> client.getObject(request -> request.bucket(bucket).key(name(key))));
        } catch (NoSuchKeyException gone) {
            throw new NoSuchObject(key);
        }
    }

    @Override
    public boolean exists(ObjectKey key) throws IOException {
        try {
            asked(() -> client.headObject(request -> request.bucket(bucket).key(name(key))));
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        }
    }

    @Override
    public void delete(ObjectKey key) throws IOException {
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(name(key))));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String name(ObjectKey key) {
        String name = key.sha256();
        return name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    /** Every fault of the server or of the way to it is an {@link IOException}; only "no such key" says something of its own. */
    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (NoSuchKeyException gone) {
            throw gone;
        } catch (SdkException fault) {
            throw new IOException("the object store did not do it", fault);
        }
    }
}
