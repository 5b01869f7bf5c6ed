package vn.motcua.local.machine;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Where libraries of the platform's own processes log to: standard output, warnings and errors only. */
public final class ProcessLog {

    private ProcessLog() {}

    /** Call first in {@code main}, before a library logs. */
    public static void toStandardOutput() {
        Logger root = LogContext.getLogContext().getLogger("");
        ConsoleHandler console = new ConsoleHandler(
                ConsoleHandler.Target.SYSTEM_OUT, new PatternFormatter("%d{HH:mm:ss} %-5p [%c{1}] %s%e%n"));
        root.setHandlers(new java.util.logging.Handler[] {console});
        root.setLevel(Level.WARN);
    }
}
