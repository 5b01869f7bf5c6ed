package vn.motcua.dossier.papers.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.motcua.dossier.papers.signing.Verdict.Finding;
import vn.motcua.dossier.papers.signing.Verdict.Reason;

/**
 * Judges the signatures of a PDF that somebody sends. Reads the whole file into memory and may ask issuers over the network: never on an event loop.
 * Thread-safe. Never fails: what cannot be judged is UNKNOWN.
 */
public final class SignatureCheck {

    private static final Set<String> METHODS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int DIGITS_OF_TIME = 14;
    private static final int SIGNS_BOTH_ENDS = 2;

    private final TrustedIssuers issuers;
    private final Clock clock;

    public SignatureCheck(TrustedIssuers issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    public Verdict judge(byte[] pdf) {
        if (!PackedParts.areBounded(pdf)) {
            return Verdict.without(Reason.FILE_NOT_LOOKED_INTO);
        }
        try (var document = Loader.loadPDF(pdf)) {
            var findings = new ArrayList<Finding>();
            var signatures = document.getSignatureDictionaries();
            var last = signatures.stream()
                    .map(PDSignature::getByteRange)
                    .filter(range -> range != null && range.length == 4)
                    .mapToLong(range -> (long) range[2] + range[3])
                    .max()
                    .orElse(0);
            for (var signature : signatures) {
                findings.add(judge(pdf, signature, last));
            }
            return Verdict.of(findings);
        } catch (IOException | RuntimeException noPdf) {
            return Verdict.without(Reason.FILE_UNREADABLE);
        }
    }

    private Finding judge(byte[] pdf, PDSignature signature, long last) {
        var claimed = time(signature.getCOSObject().getString(COSName.M));
        if (signature.getSubFilter() == null || !METHODS.contains(signature.getSubFilter())) {
            return new Finding(Reason.METHOD_NOT_SUPPORTED, null, claimed);
        }
        var range = signature.getByteRange();
        if (!coversAllButItself(pdf, range)) {
            return new Finding(Reason.RANGE_WRONG, null, claimed);
        }
        if (last != pdf.length) {
            return new Finding(Reason.ADDED_AFTERWARDS, null, claimed);
        }
        try {
            var data = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            return judge(data, claimed);
        } catch (IOException | CMSException | RuntimeException garbled) {
            return new Finding(Reason.SIGNATURE_UNREADABLE, null, claimed);
        }
    }

    /** From the first byte on, and what is left out is one string of hexadecimal digits, the signature: nothing else can hide there. */
    private static boolean coversAllButItself(byte[] pdf, int[] range) {
        if (range == null
                || range.length != 4
                || range[0] != 0
                || range[1] <= 0
                || range[2] <= range[1]
                || range[3] < 0
                || (long) range[2] + range[3] > pdf.length) {
            return false;
        }
        var left = Arrays.copyOfRange(pdf, range[1], range[2]);
        if (left.length < SIGNS_BOTH_ENDS || left[0] != '<' || left[left.length - 1] != '>') {
            return false;
        }
        for (int i = 1; i < left.length - 1; i++) {
            if (Character.digit(left[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private Finding judge(CMSSignedData data, Instant claimed) {
        var signers = List.copyOf(data.getSignerInfos().getSigners());
        if (signers.size() != 1) {
            return new Finding(Reason.SIGNATURE_UNREADABLE, null, claimed);
        }
        var signer = signers.get(0);
        try {
            var found = data.getCertificates().getMatches(null).stream().toList();
            var certificates = new ArrayList<X509Certificate>();
            X509Certificate own = null;
            for (X509CertificateHolder holder : found) {
                var certificate = new JcaX509CertificateConverter().getCertificate(holder);
                certificates.add(certificate);
                if (signer.getSID().match(holder)) {
                    own = certificate;
                }
            }
            if (own == null) {
                return new Finding(Reason.SIGNATURE_UNREADABLE, null, claimed);
            }
            return new Finding(judge(signer, own, certificates, claimed), Names.of(own), claimed);
        } catch (java.security.GeneralSecurityException garbled) {
            return new Finding(Reason.SIGNATURE_UNREADABLE, null, claimed);
        }
    }

    private Reason judge(
            SignerInformation signer, X509Certificate own, List<X509Certificate> certificates, Instant claimed)
            throws java.security.cert.CertificateEncodingException {
        if (!DIGESTS.contains(signer.getDigestAlgOID())) {
            return Reason.METHOD_NOT_SUPPORTED;
        }
        try {
            // By the key alone: when the certificate was valid is judged below, by our own rules.
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own.getPublicKey()))) {
                return Reason.SIGNATURE_WRONG;
            }
        } catch (CMSSignerDigestMismatchException changed) {
            return Reason.CONTENT_CHANGED;
        } catch (CMSException | OperatorCreationException wrong) {
            return Reason.SIGNATURE_WRONG;
        }
        if (!namesItself(signer, own)) {
            return Reason.CERTIFICATE_SWAPPED;
        }
        return issuers.judge(own, certificates, claimed, clock.instant());
    }

    /** Where the signature says which certificate it is by, that must be the one. */
    private static boolean namesItself(SignerInformation signer, X509Certificate own)
            throws java.security.cert.CertificateEncodingException {
        var attributes = signer.getSignedAttributes();
        var said = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (said == null) {
            return true;
        }
        var id = SigningCertificateV2.getInstance(said.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return !id.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                || Arrays.equals(id.getCertHash(), Algorithms.sha256(own.getEncoded()));
    }

    /** Of {@code D:20220608020500+07'00'}; null where nothing is said. */
    private static Instant time(String said) {
        if (said == null || !said.startsWith("D:") || said.length() < 2 + DIGITS_OF_TIME) {
            return null;
        }
        try {
            var local = LocalDateTime.parse(said.substring(2, 2 + DIGITS_OF_TIME), TIME);
            var zone = said.substring(2 + DIGITS_OF_TIME).replace("'", "");
            return local.toInstant(zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone));
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
