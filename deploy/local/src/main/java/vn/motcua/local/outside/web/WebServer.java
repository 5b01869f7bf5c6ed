package vn.motcua.local.outside.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Serves handlers on the loopback address only. A body has at most one MiB; sixteen requests run at once, those kept waiting take no thread. */
public final class WebServer implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 1 << 20;
    /** Keeps pages of other sites, reached under another name, from using the controls. */
    private static final Pattern OWN_HOST = Pattern.compile("(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?");

    private final HttpServer server;
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(16, daemon("outside"));
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1, daemon("outside-later"));

    /** Port 0 takes a free one. */
    public WebServer(int port) {
        threads.setKeepAliveTime(30, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " for the page and the simulators is not free", e);
        }
        server.setExecutor(threads);
    }

    /** Everything below the path goes to the handler. */
    public WebServer serve(String path, Handler handler) {
        server.createContext(path, exchange -> answer(exchange, path, handler));
        return this;
    }

    public WebServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        later.shutdownNow();
    }

    private void answer(HttpExchange exchange, String path, Handler handler) {
        Answer answer;
        try {
            answer = handler.handle(read(exchange, path));
        } catch (Refused e) {
            answer = Answer.error(e.status(), e.getMessage());
        } catch (IOException e) {
            exchange.close();
            return;
        } catch (RuntimeException e) {
            System.err.println("outside world: " + exchange.getRequestMethod() + " " + path + ": " + e);
            answer = Answer.error(500, "the simulator failed");
        }
        Answer last = answer;
        if (last.delay().isZero()) {
            send(exchange, last);
        } else {
            later.schedule(() -> send(exchange, last), last.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) {
        try (exchange) {
            if (!answer.silent()) {
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (IOException clientGaveUp) {
            // It asked; that it no longer listens is its affair.
        }
    }

    private static Request read(HttpExchange exchange, String path) throws IOException, Refused {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            throw new Refused(421, "this server answers as localhost only");
        }
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new Refused(403, "only this server's own page may do that");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new Refused(413, "the body is larger than 1 MiB");
        }
        return new Request(
                exchange.getRequestMethod(),
                segments(exchange.getRequestURI().getRawPath().substring(path.length())),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decode)
                .toList();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(Request.decode(parts[0]), parts.length == 2 ? Request.decode(parts[1]) : "");
            }
        }
        return query;
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
