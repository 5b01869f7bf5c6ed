package vn.motcua.dossier.papers.documents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.papers.signing.Verdict;

/**
 * What is to be thought of the signatures of a PDF, as of the moment that it was sent: as of the worst of them.
 *
 * @param result VALID, INVALID: altered, or by somebody who must not be believed; UNKNOWN: neither can be said
 * @param reason why
 */
@Schema(name = "FileSignature")
public record SignatureView(Verdict.Result result, Verdict.Reason reason) {

    static SignatureView of(Verdict verdict) {
        return new SignatureView(verdict.result(), verdict.reason());
    }

    /** @param kept null where there is none */
    static SignatureView of(String kept) {
        if (kept == null) {
            return null;
        }
        var reason = Verdict.Reason.valueOf(kept);
        return new SignatureView(reason.result(), reason);
    }
}
