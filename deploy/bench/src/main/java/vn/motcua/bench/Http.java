package vn.motcua.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that asks and waits. Written by hand because the load generator shares two cores with what it
 * measures: a full client costs as much as the service.
 */
final class Http implements AutoCloseable {

    /** What came back. */
    record Answer(int status, String etag, String body) {
        /** The first value of that name in the body. */
        String text(String name) {
            var start = body.indexOf("\"" + name + "\":\"");
            if (start < 0) {
                throw new IllegalStateException(name + " is not in " + body);
            }
            start += name.length() + 4;
            return body.substring(start, body.indexOf('"', start));
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    Http(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
        host = base.getHost() + ":" + base.getPort();
    }

    /** @throws IllegalStateException if the answer is not a success */
    Answer post(String path, String token, String key, String etag, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(1_024)
                .append("POST ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\nAuthorization: Bearer ")
                .append(token)
                .append("\r\nContent-Type: application/json\r\nIdempotency-Key: ")
                .append(key);
        if (etag != null) {
            head.append("\r\nIf-Match: ").append(etag);
        }
        head.append("\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
        var request = new byte[head.length() + bytes.length];
        System.arraycopy(head.toString().getBytes(StandardCharsets.ISO_8859_1), 0, request, 0, head.length());
        System.arraycopy(bytes, 0, request, head.length(), bytes.length);
        out.write(request);
        return answer(path);
    }

    private Answer answer(String path) throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        String etag = null;
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.equals("etag")) {
                etag = header.substring(colon + 1).strip();
            } else if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(colon + 1).strip());
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (status / 100 != 2) {
            throw new IllegalStateException("POST " + path + " answered " + status + ": " + body);
        }
        return new Answer(status, etag, body);
    }

    private String line() throws IOException {
        var text = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
