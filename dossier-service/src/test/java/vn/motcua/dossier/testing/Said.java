package vn.motcua.dossier.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What one class, or everybody, wrote into the log meanwhile. */
public final class Said extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    public Said(Class<?> speaker) {
        this(speaker.getName());
    }

    private Said(String speaker) {
        logger = Logger.getLogger(speaker);
        logger.addHandler(this);
    }

    public static Said byAnybody() {
        return new Said("");
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(new PatternFormatter("%s").format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
