package vn.motcua.dossier.feedback;

import java.time.Instant;
import vn.motcua.dossier.feedback.course.Feedback;

/**
 * Feedback as it was loaded.
 *
 * @param stepSequence number of the last event that a person caused
 * @param lastHash of the last event
 * @param earlier the event that this very request key caused before; null if none
 */
record Kept(Feedback feedback, long stepSequence, String lastHash, Words words, Earlier earlier) {

    /**
     * What a request key already did.
     *
     * @param data the event's own, as published
     */
    record Earlier(long sequence, String type, Instant time, String data, byte[] requestDigest) {}
}
