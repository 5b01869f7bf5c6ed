package vn.motcua.dossier.papers.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Trace;

/** Notes who reads a paper before the first byte of it goes out: a paper whose reading cannot be noted is not shown. Source: DOMAIN 8.4. */
@ApplicationScoped
public class AccessLog {

    private static final int LONGEST_DEVICE = 200;

    private final ReadingStore store;
    private final CurrentRequest request;
    private final Clock clock;
    private final MeterRegistry metrics;

    AccessLog(ReadingStore store, CurrentRequest request, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.request = request;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Asked at the beginning of the resource method; 400 for a purpose that is none. */
    public Reader reader() {
        var caller = request.caller();
        return new Reader(
                caller,
                Purpose.of(request.header(Purpose.HEADER), caller),
                request.address(),
                shortened(request.header("User-Agent")),
                Trace.id());
    }

    /** Committed when it completes. */
    public Uni<Void> note(Reader reader, Read read) {
        return store.note(reader, read, clock.instant()).invoke(() -> count(read));
    }

    /** {@link #note} of an applicant who opens the result; false, and nothing noted, where it was taken back meanwhile. */
    public Uni<Boolean> noteGiven(Reader reader, Read read) {
        return store.noteGiven(reader, read, clock.instant()).invoke(noted -> {
            if (noted) {
                count(read);
            }
        });
    }

    private void count(Read read) {
        metrics.counter("motcua.paper.readings", "what", read.what().name()).increment();
    }

    /** No database takes a zero in a text; a header cannot hold one. */
    private static String shortened(String device) {
        return device == null || device.length() <= LONGEST_DEVICE ? device : device.substring(0, LONGEST_DEVICE);
    }
}
