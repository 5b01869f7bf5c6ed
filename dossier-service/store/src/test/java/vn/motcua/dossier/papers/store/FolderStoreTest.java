package vn.motcua.dossier.papers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreClaims {

    @TempDir
    Path folder;

    @Override
    ObjectStore store() {
        return new FolderStore(folder.resolve("objects"));
    }

    @Override
    Path spoolFolder() {
        return folder.resolve("arriving");
    }

    @Test
    void objectsStandOnShelvesByTheirFirstDigits() throws IOException {
        try (Arrival arrival = new Spool(spoolFolder()).receive(new ByteArrayInputStream(new byte[] {1}), 10)) {
            store().put(arrival);
            String name = arrival.key().sha256();

            assertThat(folder.resolve("objects")
                            .resolve(name.substring(0, 2))
                            .resolve(name.substring(2, 4))
                            .resolve(name))
                    .hasBinaryContent(new byte[] {1});
        }
    }
}
