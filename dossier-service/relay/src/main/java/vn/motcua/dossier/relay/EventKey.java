package vn.motcua.dossier.relay;

import java.util.UUID;

/**
 * One event of one subject.
 *
 * @param subject dossier id
 * @param sequence 1, 2, 3 … within the subject
 */
public record EventKey(UUID subject, long sequence) {}
