package vn.motcua.postal.handover;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was said about which thing, so that a sweep says it once and not every second. Thread-safe. */
final class AlreadySaid {

    private final Map<String, String> last = new ConcurrentHashMap<>();

    /** Whether that is not what was said about the thing last. From then on it is. */
    boolean isNews(String thing, String what) {
        return !what.equals(last.put(thing, what));
    }

    /** Forgets all things but these: there is nothing more to say about them. */
    void keepOnly(Collection<String> things) {
        last.keySet().retainAll(things);
    }

    /** Forgets the thing. */
    void forget(String thing) {
        last.remove(thing);
    }
}
