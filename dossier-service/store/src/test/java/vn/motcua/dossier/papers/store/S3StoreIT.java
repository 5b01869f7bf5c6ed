package vn.motcua.dossier.papers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Over the wire to a server of the S3 protocol that checks signatures and checksums. */
class S3StoreIT extends ObjectStoreClaims {

    private static final String BUCKET = "papers";

    @TempDir
    static Path folder;

    private static BlobStoreContext blobs;
    private static S3Proxy server;
    private static S3Client client;

    @BeforeAll
    static void start() throws Exception {
        Properties properties = new Properties();
        properties.setProperty(
                "jclouds.filesystem.basedir", folder.resolve("server").toString());
        blobs = ContextBuilder.newBuilder("filesystem")
                .credentials("identity", "credential")
                .overrides(properties)
                .build(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "access", "secret")
                .build();
        server.start();
        client = S3Clients.of(settings(server.getPort(), "secret"));
        client.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.stop();
        blobs.close();
    }

    @Override
    ObjectStore store() {
        return new S3Store(client, BUCKET);
    }

    @Override
    Path spoolFolder() {
        return folder.resolve("arriving");
    }

    @Test
    void bytesThatChangedOnTheWayAreRefused() throws IOException {
        try (Arrival arrival = new Spool(spoolFolder()).receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10)) {
            Files.write(arrival.path(), new byte[] {1, 2, 4});

            assertThatThrownBy(() -> store().put(arrival)).isInstanceOf(IOException.class);
            assertThat(store().exists(arrival.key())).isFalse();
        }
    }

    @Test
    void aServerThatDoesNotKnowUsIsAFaultAndNotAMissingObject() {
        try (S3Store stranger = new S3Store(S3Clients.of(settings(server.getPort(), "wrong")), BUCKET)) {
            assertThatThrownBy(() -> stranger.open(new ObjectKey("0".repeat(64))))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchObject.class);
        }
    }

    @Test
    void aServerThatIsAwayIsAFault() {
        try (S3Store away = new S3Store(S3Clients.of(settings(1, "secret")), BUCKET)) {
            assertThatThrownBy(() -> away.exists(new ObjectKey("0".repeat(64)))).isInstanceOf(IOException.class);
        }
    }

    private static StoreSettings.S3 settings(int port, String secret) {
        return new StoreSettings.S3() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(URI.create("http://127.0.0.1:" + port));
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Optional<String> bucket() {
                return Optional.of(BUCKET);
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of("access");
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secret);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Duration attempt() {
                return Duration.ofSeconds(20);
            }
        };
    }
}
