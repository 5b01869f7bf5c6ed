package vn.motcua.postal.tracking;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Says once that a sweep fails and once that it works again, not at every sweep. */
public final class Outage {

    private final Logger log;
    private final String what;
    private final AtomicBoolean away = new AtomicBoolean();

    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** Takes the fault of a sweep, or null after one that worked. */
    public Void seen(Throwable fault) {
        if (fault != null && away.compareAndSet(false, true)) {
            log.warnf("sweep=%s state=FAILING cause=%s", what, fault.getClass().getSimpleName());
        } else if (fault == null && away.compareAndSet(true, false)) {
            log.infof("sweep=%s state=WORKING", what);
        }
        return null;
    }
}
