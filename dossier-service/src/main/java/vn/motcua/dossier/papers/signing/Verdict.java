package vn.motcua.dossier.papers.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be thought of a PDF's signatures: as of the worst of them.
 *
 * @param reason of the worst
 * @param signatures each, in the order of the file; empty where there is none or the file cannot be read
 */
public record Verdict(Result result, Reason reason, List<Finding> signatures) {

    /** What can be said. */
    public enum Result {
        /** The bytes are those that were signed, by somebody who is believed. */
        VALID,
        /** They are not, or the signer must not be believed. */
        INVALID,
        /** Neither can be said. */
        UNKNOWN
    }

    /** Why. */
    public enum Reason {
        GOOD(Result.VALID),
        /** Something was changed in what was signed. */
        CONTENT_CHANGED(Result.INVALID),
        /** The signature is not by the certificate that it comes with. */
        SIGNATURE_WRONG(Result.INVALID),
        /** It does not cover what it has to: the file's beginning, its end, or all that is not the signature itself. */
        RANGE_WRONG(Result.INVALID),
        /** Something was put behind the last signature. */
        ADDED_AFTERWARDS(Result.INVALID),
        /** The signature names another certificate than the one that it comes with. */
        CERTIFICATE_SWAPPED(Result.INVALID),
        /** The certificate was not valid yet, or no longer, when it is said to have signed. */
        CERTIFICATE_NOT_VALID_THEN(Result.INVALID),
        CERTIFICATE_REVOKED(Result.INVALID),
        /** The certificate is not for signing. */
        CERTIFICATE_NOT_FOR_SIGNING(Result.INVALID),
        /** The signature itself is not one. */
        SIGNATURE_UNREADABLE(Result.INVALID),
        NOT_SIGNED(Result.UNKNOWN),
        FILE_UNREADABLE(Result.UNKNOWN),
        /** It is larger, or unpacks into more, than is read into memory for it. */
        FILE_NOT_LOOKED_INTO(Result.UNKNOWN),
        /** Nobody whom we believe vouches for the signer. */
        SIGNER_NOT_TRUSTED(Result.UNKNOWN),
        /** It has expired since, and nobody vouches for the time of signing. */
        CERTIFICATE_EXPIRED_SINCE(Result.UNKNOWN),
        /** The issuer could not be asked. */
        REVOCATION_NOT_KNOWN(Result.UNKNOWN),
        /** A way of signing that nothing can be said about, or that is broken by now. */
        METHOD_NOT_SUPPORTED(Result.UNKNOWN);

        private final Result result;

        Reason(Result result) {
            this.result = result;
        }

        public Result result() {
            return result;
        }
    }

    /**
     * One signature.
     *
     * @param signer name in the certificate; null where it cannot be read
     * @param claimedAt when it was signed, as the signer says; null where they do not
     */
    public record Finding(Reason reason, String signer, Instant claimedAt) {}

    private static final Comparator<Result> WORSE = Comparator.comparingInt(result -> switch (result) {
        case VALID -> 0;
        case UNKNOWN -> 1;
        case INVALID -> 2;
    });

    public Verdict {
        signatures = List.copyOf(signatures);
    }

    /** Without any signature that could be named. */
    public static Verdict without(Reason reason) {
        return new Verdict(reason.result(), reason, List.of());
    }

    static Verdict of(List<Finding> signatures) {
        var worst = signatures.stream()
                .map(Finding::reason)
                .max(Comparator.comparing(Reason::result, WORSE))
                .orElse(Reason.NOT_SIGNED);
        return new Verdict(worst.result(), worst, signatures);
    }
}
