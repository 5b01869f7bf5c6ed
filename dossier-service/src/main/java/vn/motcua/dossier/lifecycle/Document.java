package vn.motcua.dossier.lifecycle;

import java.util.Objects;
import java.util.UUID;

/**
 * A file of a dossier: what it is, never what is in it.
 *
 * @param id for life
 * @param component code of the procedure's component; null beside the list, and for a result
 * @param kind how it came to be a file
 * @param result whether it is the result, or one of several
 * @param sha256 {@code sha256:} of its bytes; not published, since it would join the dossiers that hold the same file
 * @param salt 16 random bytes in hexadecimal, of this document alone; not published
 * @param bytes how many there are
 * @param mediaType what the bytes were found to be
 * @param pages from 1; null where nobody counted
 */
public record Document(
        UUID id,
        String component,
        Kind kind,
        boolean result,
        String sha256,
        String salt,
        long bytes,
        String mediaType,
        Integer pages) {

    public Document {
        Objects.requireNonNull(kind, "kind");
    }

    /** How a paper came to be a file. Source: Circular 01/2023/TT-VPCP. */
    public enum Kind {
        /** A picture of a paper. */
        SCANNED,
        /** Made as a file and signed. */
        SIGNED,
        /** Certified electronically from the original. */
        CERTIFIED_COPY,
        /** Taken over from an earlier dossier of the same applicant. */
        REUSED
    }
}
