package vn.motcua.dossier.events;

import java.util.UUID;

/**
 * A file of a dossier: what it is, never what is in it. Its name, if it had one, is not kept.
 *
 * @param id for life
 * @param component code of the procedure's component that it belongs to; null beside the list, and for a result
 * @param kind how it came to be a file
 * @param result whether it is the result, or one of several
 * @param digest {@code sha256:} over a secret salt of its own and the SHA-256 of its bytes: who may open the file can check it, nobody else can tell that
 *     two dossiers hold the same file
 * @param mediaType what the bytes were found to be, never what a name said
 * @param pages how many, from 1; null where nobody counted
 */
public record Document(
        UUID id, String component, DocumentKind kind, boolean result, String digest, String mediaType, Integer pages) {}
