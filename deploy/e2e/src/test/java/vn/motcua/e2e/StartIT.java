package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;

/** What is forgotten in the settings is told at the start, by a service that is not there, and not by papers without a signature. */
class StartIT {

    @Test
    void aServiceThatHasNoKeyToSignWithDoesNotStartAndNamesTheSettings() throws IOException {
        var settings = Province.settings("keyless").with(LocalService.DOSSIER, "motcua.signing.key-store.password", "");
        try (var platform = LocalPlatform.of(settings, line -> System.out.println("keyless: " + line))) {
            platform.startInfrastructure();
            var service = platform.service(LocalService.DOSSIER);

            assertThatThrownBy(service::start).isInstanceOf(IllegalStateException.class);

            assertThat(service.isRunning()).isFalse();
            assertThat(Files.readString(service.log()))
                    .contains(
                            "motcua.signing.key-store.password is missing",
                            "motcua.signing.key-store.file",
                            "motcua.signing.kind=NONE");
        }
    }
}
