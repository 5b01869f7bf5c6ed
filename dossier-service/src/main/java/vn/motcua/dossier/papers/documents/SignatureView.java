package vn.motcua.dossier.papers.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.papers.signing.Verdict;

/**
 * What is to be thought of the signatures of a PDF, as of the moment that it was sent: as of the worst of them.
 *
 * @param result VALID, INVALID: altered, or by somebody who must not be believed; UNKNOWN: neither can be said
 * @param reason why
 * @param signers names in the certificates, in the order of the file, at most 20; absent where none can be read. A name is what a certificate says: only a
 *     VALID result vouches for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "FileSignature")
public record SignatureView(Verdict.Result result, Verdict.Reason reason, List<String> signers) {

    private static final int MOST_SIGNERS = 20;
    private static final int LONGEST_NAME = 200;

    public SignatureView {
        signers = List.copyOf(signers);
    }

    static SignatureView of(Verdict verdict) {
        var names = verdict.signatures().stream()
                .map(Verdict.Finding::signer)
                .filter(Objects::nonNull)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .distinct()
                .limit(MOST_SIGNERS)
                .toList();
        return new SignatureView(verdict.result(), verdict.reason(), names);
    }

    /** @param kept null where there is none */
    static SignatureView of(String kept, List<String> signers) {
        if (kept == null) {
            return null;
        }
        var reason = Verdict.Reason.valueOf(kept);
        return new SignatureView(reason.result(), reason, signers);
    }

    @Override
    public String toString() {
        return "SignatureView[" + reason + "]";
    }
}
