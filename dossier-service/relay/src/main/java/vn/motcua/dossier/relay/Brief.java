package vn.motcua.dossier.relay;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;

/** One line about an exception that cannot hold what a citizen wrote. */
final class Brief {

    private Brief() {}

    /** Messages of drivers only, and only their first line: details of a database error quote values. */
    static String of(Throwable error) {
        var name = error.getClass().getSimpleName();
        if (error instanceof KafkaAway) {
            return error.getMessage();
        }
        if (error instanceof SQLException || error instanceof KafkaException) {
            var message = String.valueOf(error.getMessage());
            return name + ": " + message.lines().findFirst().orElse("");
        }
        var trace = error.getStackTrace();
        return trace.length == 0 ? name : name + " at " + trace[0];
    }
}
