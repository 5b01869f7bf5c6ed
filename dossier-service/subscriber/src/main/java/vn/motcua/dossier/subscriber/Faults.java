package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Tells faults of the infrastructure, which pass, from faults of an event, which do not. */
final class Faults {

    /** Connection, transaction rolled back by the database, resources, operator intervention, system error, login. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58", "28");

    /** Lock not available; idle in transaction; read-only: a standby after fail-over. */
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25P03", "25P04", "25006");

    private static final Set<String> PASSING_SENTENCES =
            Set.of("Timeout", "Connection ", "connection ", "Pending requests failed", "Broken pipe");

    private static final int DEEPEST = 20;

    private Faults() {}

    /** Whether the same may succeed later without anybody changing the event or the program. */
    static boolean pass(Throwable fault) {
        var cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof PgException refused) {
                return passes(refused.getSqlState());
            }
            if (isConnection(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passes(String sqlState) {
        return sqlState == null
                || PASSING_STATES.contains(sqlState)
                || sqlState.length() == 5 && PASSING_CLASSES.contains(sqlState.substring(0, 2));
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof SSLException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || saysConnection(cause);
    }

    // The client reports a busy pool and a connection that just went as a bare sentence. So it does with a value that
    // does not fit its column:
    // that one is the event's fault, hence the look at the words.
    private static boolean saysConnection(Throwable cause) {
        boolean bare = cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException
                || cause instanceof IOException && !(cause instanceof JsonProcessingException);
        return bare
                && cause.getMessage() != null
                && PASSING_SENTENCES.stream().anyMatch(cause.getMessage()::startsWith);
    }
}
