package vn.motcua.dossier.casework;

import java.time.Instant;

/**
 * What a leader proposed to put right in a closed dossier, or an officer for an open one.
 *
 * @param number within the dossier, from 1
 * @param kind null for a correction
 * @param asked the correction; null for another kind
 * @param draft what an officer proposes; null for a correction
 * @param account of who proposed it: that one cannot confirm a correction
 * @param proposedBy account and name, for people
 * @param outcome null while it awaits its decision
 * @param decisionNote why it was rejected; null where nobody said, and where it was confirmed
 * @param requestDigest of the request that proposed it
 * @param rejection of the request that rejected it; null without one
 */
record Proposal(
        int number,
        StepRequest.Proposable kind,
        StepRequest.Correction asked,
        StepRequest.Proposing draft,
        String account,
        String proposedBy,
        Instant proposedAt,
        Outcome outcome,
        String decidedBy,
        Instant decidedAt,
        String decisionNote,
        byte[] requestDigest,
        Rejection rejection) {

    /** How it was decided. */
    enum Outcome {
        CONFIRMED,
        REJECTED
    }

    /** The request by which it was rejected. */
    record Rejection(String scope, String key, byte[] digest) {}

    @Override
    public String toString() {
        return "Proposal[" + number + ", …]";
    }
}
