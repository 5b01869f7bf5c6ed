package vn.motcua.dossier.events;

import java.util.UUID;

/**
 * A file of a dossier: what it is, never what is in it. Its name, if it had one, is not kept.
 *
 * @param id for life
 * @param component code of the procedure's component that it belongs to; null beside the list, and for a result
 * @param kind how it came to be a file
 * @param result whether it is the result, or one of several
 * @param sha256 {@code sha256:} of its bytes
 * @param bytes how many there are
 * @param mediaType what the bytes were found to be, never what a name said
 * @param pages how many, from 1; null where nobody counted
 */
public record Document(
        UUID id,
        String component,
        DocumentKind kind,
        boolean result,
        String sha256,
        long bytes,
        String mediaType,
        Integer pages) {}
