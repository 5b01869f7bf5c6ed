package vn.motcua.dossier.papers.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** The agency's signature on what this system makes itself, as the settings have it. Blocks. */
// At start: a key that cannot be read is told then, not when the first citizen waits.
@Startup
@ApplicationScoped
public class Seal {

    private static final Logger LOG = Logger.getLogger(Seal.class);

    private final Signer signer;
    private final Clock clock;
    private final MeterRegistry metrics;

    Seal(SigningSettings settings, Clock clock, MeterRegistry metrics) {
        this.signer = signer(settings);
        this.clock = clock;
        this.metrics = metrics;
        tell(settings, signer);
    }

    /** Whether papers are signed at all. */
    public boolean isInUse() {
        return signer != null;
    }

    /** The paper with a signature, or as it is where none is wanted. Fails with 503 where none can be had now: nothing is issued unsigned then. */
    public byte[] put(byte[] pdf) {
        if (signer == null) {
            return pdf;
        }
        try {
            var signed = PdfSigning.sign(pdf, signer, clock.instant());
            metrics.counter("motcua.form.signed", "outcome", "signed").increment();
            return signed;
        } catch (SigningAway away) {
            metrics.counter("motcua.form.signed", "outcome", "away").increment();
            LOG.warnf("no signature now: %s", away.getMessage());
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .detail(
                            "Dịch vụ ký số đang không phục vụ; xin thử lại sau.",
                            "The signing service is away; try again later.");
        }
    }

    private static Signer signer(SigningSettings settings) {
        return switch (settings.kind()) {
            case NONE -> null;
            case KEY_STORE ->
                KeyStoreSigner.open(
                        settings.keyStore().file().orElseThrow(() -> missing("key-store.file")),
                        settings.keyStore().password().orElseThrow(() -> missing("key-store.password")));
            case REMOTE -> {
                var remote = settings.remote();
                yield new RemoteSigner(new RemoteSigner.Account(
                        remote.url().orElseThrow(() -> missing("remote.url")),
                        remote.token().orElse(null),
                        remote.credential().orElseThrow(() -> missing("remote.credential")),
                        remote.pin().orElse(null),
                        remote.timeout()));
            }
        };
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("motcua.signing." + name
                + " is missing, and papers are to be signed: set motcua.signing.key-store.file (PKCS#12 with one key) and"
                + " motcua.signing.key-store.password; or motcua.signing.kind=REMOTE with motcua.signing.remote.url and"
                + " motcua.signing.remote.credential; or motcua.signing.kind=NONE, and papers are signed by hand");
    }

    /** What holds, once, and until when: a certificate that ends makes every paper after it worth less. */
    private static void tell(SigningSettings settings, Signer signer) {
        if (settings.kind() == SigningSettings.Kind.NONE) {
            LOG.warn("papers are not signed: motcua.signing.kind=NONE");
        } else if (signer instanceof KeyStoreSigner keyStore) {
            var own = keyStore.chain().get(0);
            LOG.infof(
                    "papers are signed by=KEY_STORE as=%s until=%s",
                    Names.of(own), own.getNotAfter().toInstant());
        } else {
            LOG.infof("papers are signed by=%s", settings.kind());
        }
    }
}
