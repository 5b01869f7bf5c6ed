package vn.motcua.dossier.subscriber;

import java.time.Duration;

/**
 * How far one subject has come, read under its row lock.
 *
 * @param last sequence of the last applied event; 0 before the first
 * @param held how many of its events wait
 * @param block why nothing is applied
 * @param waited for how long it has been blocked
 */
record Standing(long last, int held, Block block, Duration waited) {

    /** Why a subject's events do not flow. */
    enum Block {
        /** They flow. */
        NONE,
        /** Something it refers to is missing; tried again by itself. */
        NOT_YET,
        /** An operator has to decide. */
        PARKED
    }

    static final Standing NEW = new Standing(0, 0, Block.NONE, Duration.ZERO);

    boolean untouched() {
        return last == 0 && held == 0 && block == Block.NONE;
    }

    /** The same, starting after this sequence. */
    Standing after(long sequence) {
        return new Standing(sequence, held, block, waited);
    }
}
