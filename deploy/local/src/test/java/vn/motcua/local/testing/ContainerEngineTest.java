package vn.motcua.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerEngineTest {

    @Test
    void aSocketThatAcceptsAConnectionAnswers(@TempDir Path directory) throws Exception {
        Path socket = directory.resolve("engine.sock");
        try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            engine.bind(UnixDomainSocketAddress.of(socket));
            assertThat(ContainerEngine.accepts("unix://" + socket)).isTrue();
        }
        assertThat(ContainerEngine.accepts("unix://" + socket)).isFalse();
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ContainerEngine.accepts("tcp://127.0.0.1:" + engine.getLocalPort()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:///nowhere/engine.sock", "tcp://127.0.0.1:1", "not an address", "tcp:no-host"})
    void whatDoesNotAnswerIsNoEngine(String host) {
        assertThat(ContainerEngine.accepts(host)).isFalse();
    }
}
