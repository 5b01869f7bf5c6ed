package vn.motcua.notification.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server that answers each command as told; an answer left empty hangs up instead. */
final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> script;

    ScriptedMailServer(Map<String, String> script) {
        this.script = script;
        try {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        var thread = new Thread(this::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                var out = client.getOutputStream();
                var command = "GREETING";
                while (command != null) {
                    var answer = script.getOrDefault(command, "250 ok");
                    if (answer.isEmpty()) {
                        break;
                    }
                    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    command = next(in, command, answer);
                }
            } catch (IOException gone) {
                // The client's affair, or the end.
            }
        }
    }

    private static String next(BufferedReader in, String before, String answer) throws IOException {
        if ("DATA".equals(before) && answer.startsWith("354")) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (".".equals(line)) {
                    return "CONTENT";
                }
            }
            return null;
        }
        var line = in.readLine();
        return line == null ? null : line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
