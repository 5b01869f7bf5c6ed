package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.casework.FilingStore.Known;
import vn.motcua.dossier.papers.signing.Verdict;

/** What the verdict that is kept with a file means for filing it. */
class KnownFileTest {

    /** Exhaustive: whoever finds a new reason says whether such a file may be filed as signed. */
    @ParameterizedTest
    @EnumSource
    void onlyASignatureThatWasLookedIntoIsOne(Verdict.Reason reason) {
        var known = known(reason.name());

        assertThat(known.isSigned())
                .isEqualTo(
                        switch (reason) {
                            case GOOD,
                                    CONTENT_CHANGED,
                                    SIGNATURE_WRONG,
                                    RANGE_WRONG,
                                    ADDED_AFTERWARDS,
                                    CERTIFICATE_SWAPPED,
                                    CERTIFICATE_NOT_VALID_THEN,
                                    CERTIFICATE_REVOKED,
                                    CERTIFICATE_NOT_FOR_SIGNING,
                                    SIGNATURE_UNREADABLE,
                                    SIGNER_NOT_TRUSTED,
                                    CERTIFICATE_EXPIRED_SINCE,
                                    REVOCATION_NOT_KNOWN,
                                    METHOD_NOT_SUPPORTED -> true;
                            case NOT_SIGNED, FILE_UNREADABLE, FILE_NOT_LOOKED_INTO -> false;
                        });
        assertThat(known.isNotJudged()).isEqualTo(!known.isSigned() && reason != Verdict.Reason.NOT_SIGNED);
    }

    @Test
    void whatIsNoPdfIsNotSigned() {
        assertThat(known(null).isSigned()).isFalse();
        assertThat(known(null).isNotJudged()).isFalse();
    }

    private static Known known(String signature) {
        return new Known("sha256:" + "0".repeat(64), 1, "application/pdf", signature, false);
    }
}
