package vn.motcua.dossier.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL and counts what the client waits for: every Sync and every simple query is one round trip. Reads the
 * protocol as it passes, so that nothing depends on what a driver says about itself.
 */
public final class MessageCounter implements AutoCloseable {

    private static final int STARTUP_HEADER = 4;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();

    public MessageCounter(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Round trips since the start. */
    public int roundTrips() {
        return roundTrips.get();
    }

    /** Simple queries, such as BEGIN and COMMIT, since the start. */
    public int simpleQueries() {
        return transactions.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(host, port);
                daemon(() -> counted(client, server));
                daemon(() -> copied(server, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void counted(Socket from, Socket to) {
        try (var in = new DataInputStream(from.getInputStream());
                var out = to.getOutputStream()) {
            startup(in, out);
            while (true) {
                var type = in.read();
                if (type < 0) {
                    return;
                }
                var length = in.readInt();
                if (type == 'S' || type == 'Q') {
                    roundTrips.incrementAndGet();
                }
                if (type == 'Q') {
                    transactions.incrementAndGet();
                }
                out.write(type);
                pass(in, out, length);
            }
        } catch (IOException closed) {
            // Either side hung up.
        }
    }

    /** The first message has no type. */
    private static void startup(DataInputStream in, OutputStream out) throws IOException {
        pass(in, out, in.readInt());
    }

    private static void pass(DataInputStream in, OutputStream out, int length) throws IOException {
        var message = new byte[length];
        message[0] = (byte) (length >>> 24);
        message[1] = (byte) (length >>> 16);
        message[2] = (byte) (length >>> 8);
        message[3] = (byte) length;
        in.readFully(message, STARTUP_HEADER, length - STARTUP_HEADER);
        out.write(message);
        out.flush();
    }

    private static void copied(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // Either side hung up.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "message-counter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
