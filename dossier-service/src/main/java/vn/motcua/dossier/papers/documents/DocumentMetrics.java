package vn.motcua.dossier.papers.documents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.dossier.papers.signing.Verdict;

/** How much comes and goes; never whose. */
@ApplicationScoped
class DocumentMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary bytes;
    private final Timer time;
    private final AtomicInteger underWay = new AtomicInteger();

    DocumentMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.bytes = DistributionSummary.builder("motcua_document_upload_bytes")
                .description("Size of files that were taken")
                .register(registry);
        this.time = Timer.builder("motcua_document_upload_seconds")
                .description("From the first byte of a file to its place in the store")
                .register(registry);
        registry.gauge("motcua_document_uploads_under_way", underWay);
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    void taken(long size, Duration took) {
        bytes.record(size);
        time.record(took);
    }

    /** @param why the end of the problem's type, or {@code broken-off} */
    void refused(String why) {
        counter("motcua_document_uploads_refused", "Files that were not taken", "reason", why)
                .increment();
    }

    /** @param why what was found of a file's signatures */
    void judged(Verdict.Reason why) {
        counter("motcua_document_signatures", "Files whose signatures were judged", "reason", why.name())
                .increment();
    }

    void opened(long size) {
        DistributionSummary.builder("motcua_document_download_bytes")
                .description("Size of files that were opened")
                .register(registry)
                .record(size);
    }

    /** A file that a dossier has and the store no longer has as it was. */
    void lost() {
        Counter.builder("motcua_document_lost")
                .description("Files that were to be opened and are gone, or are others by now")
                .register(registry)
                .increment();
    }

    void swept(long uploads) {
        if (uploads > 0) {
            Counter.builder("motcua_document_uploads_swept")
                    .description("Uploads that no dossier took in time")
                    .register(registry)
                    .increment(uploads);
        }
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(registry);
    }
}
