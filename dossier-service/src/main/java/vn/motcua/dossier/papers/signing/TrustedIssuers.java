package vn.motcua.dossier.papers.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.papers.signing.Verdict.Reason;

/** Whose certificates are believed. Without any nobody is. */
public final class TrustedIssuers {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final Set<TrustAnchor> anchors = new HashSet<>();
    private final boolean askIssuers;

    /** @param askIssuers whether issuers are asked if a certificate was revoked */
    public TrustedIssuers(List<X509Certificate> trusted, boolean askIssuers) {
        trusted.forEach(each -> anchors.add(new TrustAnchor(each, null)));
        this.askIssuers = askIssuers;
    }

    /** @throws IllegalStateException if a file cannot be read */
    public static TrustedIssuers of(List<Path> files, boolean askIssuers) {
        var trusted = new java.util.ArrayList<X509Certificate>();
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(in)
                        .forEach(each -> trusted.add((X509Certificate) each));
            } catch (IOException | CertificateException unreadable) {
                throw new IllegalStateException("the certificates in " + file + " cannot be read", unreadable);
            }
        }
        return new TrustedIssuers(trusted, askIssuers);
    }

    /** @param claimed when it signed, as it says itself; null where it does not */
    Reason judge(X509Certificate signer, List<X509Certificate> others, Instant claimed, Instant now) {
        var then = claimed == null || claimed.isAfter(now) ? now : claimed;
        if (!holds(signer, then)) {
            return Reason.CERTIFICATE_NOT_VALID_THEN;
        }
        var usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            return Reason.CERTIFICATE_NOT_FOR_SIGNING;
        }
        if (anchors.isEmpty()) {
            return Reason.SIGNER_NOT_TRUSTED;
        }
        var led = leads(signer, others, then);
        return led == Reason.GOOD && !holds(signer, now) ? Reason.CERTIFICATE_EXPIRED_SINCE : led;
    }

    private static boolean holds(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private Reason leads(X509Certificate signer, List<X509Certificate> others, Instant then) {
        if (anchors.stream().anyMatch(anchor -> anchor.getTrustedCert().equals(signer))) {
            return Reason.GOOD;
        }
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(signer);
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            parameters.setDate(java.util.Date.from(then));
            parameters.setRevocationEnabled(false);
            var builder = CertPathBuilder.getInstance("PKIX");
            if (askIssuers) {
                parameters.addCertPathChecker((PKIXRevocationChecker) builder.getRevocationChecker());
            }
            builder.build(parameters);
            return Reason.GOOD;
        } catch (CertPathBuilderException noWay) {
            return noWay.getCause() instanceof CertPathValidatorException why ? reason(why) : Reason.SIGNER_NOT_TRUSTED;
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static Reason reason(CertPathValidatorException why) {
        if (why.getReason() == BasicReason.REVOKED) {
            return Reason.CERTIFICATE_REVOKED;
        }
        return why.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS
                ? Reason.REVOCATION_NOT_KNOWN
                : Reason.SIGNER_NOT_TRUSTED;
    }
}
