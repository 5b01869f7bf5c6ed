package vn.motcua.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.tokens.LocalTokens;

/**
 * The running system, as far as the demonstration touches it.
 *
 * @param dossier base address of dossier-service
 * @param kpi base address of kpi-service
 * @param notification base address of notification-service
 * @param postal base address of postal-service
 * @param outside base address of the simulated outside world
 * @param bootstrapServers of Kafka
 * @param gatewayKey what the payment gateway signs its call-backs with
 * @param tokens signs for the demo users
 * @param clock the business clock of all services
 * @param certificate PEM: whose signature stands on papers
 * @param project the root of the project, where the offline verifier is built
 * @param folder for the files that the demonstration leaves
 */
public record World(
        URI dossier,
        URI kpi,
        URI notification,
        URI postal,
        URI outside,
        String bootstrapServers,
        String gatewayKey,
        LocalTokens tokens,
        SharedClock clock,
        Path certificate,
        Path project,
        Path folder) {

    /** The platform that runs; the files go into a folder of its home. */
    public static World of(LocalPlatform platform) {
        return new World(
                platform.url(LocalService.DOSSIER),
                platform.url(LocalService.KPI),
                platform.url(LocalService.NOTIFICATION),
                platform.url(LocalService.POSTAL),
                platform.page(),
                platform.bootstrapServers(),
                platform.gatewayKey(),
                platform.tokens(),
                platform.clock(),
                platform.settings().home().resolve("paper-key/papers.pem"),
                platform.settings().project(),
                Directories.owned(platform.settings().home().resolve("demo")));
    }

    /** Leaves a file in a folder of the demonstration's own. */
    Path file(String inside, String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(folder.resolve(inside)).resolve(name), content);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write " + name + " below " + folder, full);
        }
    }
}
