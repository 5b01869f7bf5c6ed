package vn.motcua.dossier.papers.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.papers.store.Arrival;
import vn.motcua.dossier.papers.store.ObjectStore;
import vn.motcua.dossier.papers.store.Spool;
import vn.motcua.dossier.papers.store.TooLarge;

/** Takes files into the upload area. Waits for network, disk and database: for worker threads only. */
@ApplicationScoped
class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final String PDF = "application/pdf";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final Spool spool;
    private final Sniffer sniffer;
    private final Signatures signatures;
    private final DocumentLimits limits;
    private final DocumentMetrics metrics;
    private final Clock clock;
    private final Semaphore free;

    Uploads(
            UploadStore uploads,
            ObjectStore objects,
            Spool spool,
            Sniffer sniffer,
            Signatures signatures,
            DocumentLimits limits,
            DocumentMetrics metrics,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.spool = spool;
        this.sniffer = sniffer;
        this.signatures = signatures;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
        this.free = new Semaphore(limits.uploadsAtOnce());
    }

    /**
     * Takes a file.
     *
     * @param announced how many bytes the sender says there are; negative where they do not say
     * @throws Problem 400 broken off, 413 too large, 415 not a type that is taken, 429 too many, 503 the store is away; nothing stays behind
     */
    UploadView take(InputStream body, long announced, String account) {
        if (announced > limits.maxBytes()) {
            throw refused(tooLarge());
        }
        if (!free.tryAcquire()) {
            throw refused(Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail(
                            "Đang có nhiều tệp được tải lên; xin thử lại sau.",
                            "Many files are on their way; try again later.")
                    .retryAfter(Duration.ofSeconds(5)));
        }
        metrics.begun();
        try {
            return received(body, account);
        } finally {
            metrics.ended();
            free.release();
        }
    }

    private UploadView received(InputStream body, String account) {
        if (done(uploads.unused(account)) >= limits.unusedPerAccount()) {
            throw refused(Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail(
                            "Còn quá nhiều tệp chưa dùng; hãy nộp hồ sơ hoặc xóa bớt tệp.",
                            "Too many files are unused; submit a dossier or delete some of them.")
                    .retryAfter(Duration.ofMinutes(10)));
        }
        long began = System.nanoTime();
        try (Arrival arrival = spool.receive(body, limits.maxBytes())) {
            UploadView upload = kept(arrival, account);
            metrics.taken(arrival.bytes(), Duration.ofNanos(System.nanoTime() - began));
            return upload;
        } catch (TooLarge e) {
            throw refused(tooLarge());
        } catch (IOException e) {
            metrics.refused("broken-off");
            throw Problem.of(ProblemType.MALFORMED)
                    .detail("Tệp không đến đủ; hãy tải lên lại.", "The file did not arrive whole; send it again.");
        }
    }

    private UploadView kept(Arrival arrival, String account) throws IOException {
        String mediaType = sniffer.mediaType(arrival.path());
        if (arrival.bytes() == 0 || !limits.mediaTypes().contains(mediaType)) {
            throw refused(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                    .detail(
                            "Nội dung tệp không thuộc loại được nhận (đã xem nội dung, không xem tên): " + mediaType
                                    + ".",
                            "The bytes of the file are of a type that is not taken, whatever its name: " + mediaType
                                    + "."));
        }
        SignatureView signature = PDF.equals(mediaType) ? SignatureView.of(signatures.judge(arrival.path())) : null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UploadView upload = new UploadView(
                UuidCreator.getTimeOrderedEpoch(),
                arrival.key().toString(),
                arrival.bytes(),
                mediaType,
                signature,
                now.plus(limits.unusedFor()));
        done(uploads.begin(upload, account, now));
        keep(upload.sha256());
        put(arrival);
        if (!done(uploads.ready(upload))) {
            throw away();
        }
        return upload;
    }

    /** The same bytes may be on their way out; they come in again behind that. */
    private void keep(String sha256) {
        try {
            done(uploads.keep(sha256));
        } catch (TimeoutException stuck) {
            throw away();
        }
    }

    private void put(Arrival arrival) {
        try {
            objects.put(arrival);
        } catch (IOException fault) {
            // Its row is swept in time, and with it whatever half of it the store may have.
            LOG.errorf(fault, "the object store did not take a file of %d bytes", arrival.bytes());
            throw away();
        }
    }

    private Problem away() {
        return refused(Problem.of(ProblemType.UNAVAILABLE)
                .detail("Kho tệp tạm thời chưa nhận được; xin thử lại.", "The file store is away; try again.")
                .retryAfter(Duration.ofSeconds(10)));
    }

    private Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail(
                        "Tệp tối đa " + limits.maxBytes() + " byte.",
                        "A file has at most " + limits.maxBytes() + " bytes.");
    }

    private Problem refused(Problem problem) {
        metrics.refused(Integer.toString(problem.type().status()));
        return problem;
    }

    /** Deletes an upload that no dossier took. */
    Uni<Boolean> drop(UUID id, String account) {
        return uploads.drop(id, account, clock.instant());
    }

    private static <T> T done(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }
}
