package vn.motcua.dossier.edge;

import io.vertx.sqlclient.DatabaseException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Tells something that is away, and may be back in a moment, from a bug. */
final class Outages {

    private static final boolean SQL_CLIENT = present("io.vertx.sqlclient.DatabaseException");
    private static final int MAX_CAUSES = 8;

    private Outages() {}

    static boolean isOutage(Throwable thrown) {
        var cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ClosedChannelException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof RejectedExecutionException
                    || (cause instanceof SQLException sql && away(sql.getSQLState()))
                    || (SQL_CLIENT && SqlClient.isOutage(cause))) {
                return true;
            }
        }
        return false;
    }

    /** Connection lost (08), too many connections or no memory (53), shut down or starting (57P0x). */
    private static boolean away(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P0"));
    }

    private static boolean present(String className) {
        try {
            Class.forName(className, false, Outages.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Apart, so that a service without a database never loads it. */
    private static final class SqlClient {

        static boolean isOutage(Throwable cause) {
            return cause instanceof io.vertx.sqlclient.ClosedConnectionException
                    || (cause instanceof DatabaseException database && away(database.getSqlState()));
        }
    }
}
