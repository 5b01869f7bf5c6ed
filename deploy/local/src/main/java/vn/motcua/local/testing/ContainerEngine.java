package vn.motcua.local.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a container engine answers: asked by one connection, since the library's own search takes half a second and logs an error. */
final class ContainerEngine {

    private ContainerEngine() {}

    static boolean answers() {
        String host = System.getenv("DOCKER_HOST");
        return host != null && !host.isBlank() ? accepts(host) : knownSockets().anyMatch(ContainerEngine::acceptsAt);
    }

    static boolean accepts(String host) {
        try {
            URI uri = URI.create(host);
            return "unix".equals(uri.getScheme())
                    ? acceptsAt(Path.of(uri.getPath()))
                    : accepts(new InetSocketAddress(uri.getHost(), uri.getPort()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static Stream<Path> knownSockets() {
        String home = System.getProperty("user.home");
        return List.of(Path.of("/var/run/docker.sock"), Path.of(home, ".docker", "run", "docker.sock")).stream();
    }

    private static boolean accepts(SocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    private static boolean acceptsAt(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException nobody) {
            return false;
        }
    }
}
