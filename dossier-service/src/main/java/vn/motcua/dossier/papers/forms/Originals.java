package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Digests;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.papers.store.NoSuchObject;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;
import vn.motcua.dossier.papers.store.Spool;

/** Originals in the store of papers: what comes out is what went in, or nothing does. Waits: on threads of the press only. */
@ApplicationScoped
class Originals {

    private static final Logger LOG = Logger.getLogger(Originals.class);

    private final ObjectStore objects;
    private final Spool spool;
    private final LeftoverStore leftovers;
    private final FormLimits limits;
    private final MeterRegistry metrics;

    Originals(ObjectStore objects, Spool spool, LeftoverStore leftovers, FormLimits limits, MeterRegistry metrics) {
        this.objects = objects;
        this.leftovers = leftovers;
        this.spool = spool;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Lays it in, marked to go until a row refers to it. @return its SHA-256, 64 lower-case hexadecimal digits */
    String lay(byte[] pdf, Instant now) throws IOException {
        try (var arrival = spool.receive(new ByteArrayInputStream(pdf), limits.maxBytes())) {
            var sha256 = arrival.key().sha256();
            leftovers.expect(sha256, now);
            objects.put(arrival);
            return sha256;
        }
    }

    /** The original's bytes; 503 where they are gone or are others by now: no reprint says what the original did not. */
    byte[] read(String kind, String sha256) throws IOException {
        try (var in = objects.open(new ObjectKey(sha256))) {
            var bytes = in.readAllBytes();
            if (!HexFormat.of().formatHex(Digests.sha256().digest(bytes)).equals(sha256)) {
                throw lost(kind, sha256, "altered");
            }
            return bytes;
        } catch (NoSuchObject gone) {
            throw lost(kind, sha256, "gone");
        }
    }

    private Problem lost(String kind, String sha256, String how) {
        LOG.errorf("form lost kind=%s sha256=%s how=%s", kind, sha256, how);
        metrics.counter("motcua.form.lost").increment();
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail(
                        "Bản gốc đang không đọc được hoặc không còn nguyên vẹn; đã báo người vận hành.",
                        "The original cannot be read now or is not whole; the operators are told.");
    }
}
