package vn.motcua.dossier.casework;

import java.time.Instant;

/**
 * What a leader proposed to put right in a closed dossier.
 *
 * @param number within the dossier, from 1
 * @param account of who proposed it: that one cannot confirm
 * @param proposedBy account and name, for people
 * @param outcome null while it awaits its decision
 * @param requestDigest of the request that proposed it
 * @param rejection of the request that rejected it; null without one
 */
record Proposal(
        int number,
        StepRequest.Correction asked,
        String account,
        String proposedBy,
        Instant proposedAt,
        Outcome outcome,
        String decidedBy,
        Instant decidedAt,
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
