package vn.motcua.dossier.papers.signing;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
import org.jboss.logging.Logger;
import vn.motcua.dossier.papers.signing.Verdict.Finding;
import vn.motcua.dossier.papers.signing.Verdict.Reason;

/**
 * Judges the signatures of a PDF that somebody sends. Has the whole file in memory, may wait for a process and ask issuers over the network: never on an
 * event loop. Thread-safe. Never fails: what cannot be judged is UNKNOWN.
 */
public final class SignatureCheck {

    private static final Logger LOG = Logger.getLogger(SignatureCheck.class);
    private static final Set<String> METHODS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int DIGITS_OF_TIME = 14;
    private static final int SIGNS_BOTH_ENDS = 2;

    /** Signatures that one file has at most: each is a pass over all of it. */
    private static final int MOST_SIGNATURES = 100;
    /** Hexadecimal digits of one signature at most: what a library makes of them is many times as much. */
    private static final int LONGEST_SIGNATURE = 1024 * 1024;

    private final SignatureReader reader;
    private final TrustedIssuers issuers;
    private final Clock clock;

    /** For files that we trust to be no trap: they are read in this process. */
    SignatureCheck(TrustedIssuers issuers, Clock clock) {
        this(new PdfReader(), issuers, clock);
    }

    SignatureCheck(SignatureReader reader, TrustedIssuers issuers, Clock clock) {
        this.reader = reader;
        this.issuers = issuers;
        this.clock = clock;
    }

    public Verdict judge(byte[] pdf) {
        if (!PackedParts.areBounded(pdf)) {
            return Verdict.without(Reason.FILE_NOT_LOOKED_INTO);
        }
        try {
            var claims = reader.read(pdf);
            if (claims.size() > MOST_SIGNATURES) {
                return Verdict.without(Reason.FILE_NOT_LOOKED_INTO);
            }
            var last = claims.stream().mapToLong(SignatureClaim::end).max().orElse(0);
            return Verdict.of(
                    claims.stream().map(claim -> judge(pdf, claim, last)).toList());
        } catch (SignatureReader.UnreadablePdf noPdf) {
            return Verdict.without(Reason.FILE_UNREADABLE);
        } catch (SignatureReader.PdfTooCostly trap) {
            LOG.warnf("a signed PDF of %d bytes was not read to its end: %s", pdf.length, trap.getMessage());
            return Verdict.without(Reason.FILE_NOT_LOOKED_INTO);
        }
    }

    private Finding judge(byte[] pdf, SignatureClaim claim, long last) {
        var claimed = time(claim.time());
        if (claim.method() == null || !METHODS.contains(claim.method())) {
            return new Finding(Reason.METHOD_NOT_SUPPORTED, null, claimed);
        }
        var range = claim.range();
        if (!coversAllButItself(pdf, range)) {
            return new Finding(Reason.RANGE_WRONG, null, claimed);
        }
        if (last != pdf.length) {
            return new Finding(Reason.ADDED_AFTERWARDS, null, claimed);
        }
        if (range[2] - range[1] > LONGEST_SIGNATURE) {
            return new Finding(Reason.FILE_NOT_LOOKED_INTO, null, claimed);
        }
        try {
            return judge(
                    new CMSSignedData(new CMSProcessableByteArray(signed(pdf, range)), bytes(pdf, range)), claimed);
        } catch (CMSException | RuntimeException | StackOverflowError garbled) {
            return new Finding(Reason.SIGNATURE_UNREADABLE, null, claimed);
        }
    }

    private static byte[] signed(byte[] pdf, int[] range) {
        var signed = Arrays.copyOf(pdf, range[1] + range[3]);
        System.arraycopy(pdf, range[2], signed, range[1], range[3]);
        return signed;
    }

    /** What the digits between the signed parts stand for; the last of an odd number of them is followed by a nought. */
    private static byte[] bytes(byte[] pdf, int[] range) {
        var digits = new String(pdf, range[1] + 1, range[2] - range[1] - SIGNS_BOTH_ENDS, StandardCharsets.US_ASCII);
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    /** From the first byte on, and what is left out is one string of hexadecimal digits, the signature: nothing else can hide there. */
    private static boolean coversAllButItself(byte[] pdf, int[] range) {
        if (range.length != 4
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
