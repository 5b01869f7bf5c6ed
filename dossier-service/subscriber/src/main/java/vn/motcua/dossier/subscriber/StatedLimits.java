package vn.motcua.dossier.subscriber;

/** Refuses to start with limits that are none. */
final class StatedLimits {

    private static final int MEBIBYTE = 1 << 20;

    private StatedLimits() {}

    static void check(SubscriberConfig config) {
        within("batch", config.batch(), 1, 5_000);
        within("largest-value", config.largestValue(), 1, 16 * MEBIBYTE);
        within("kept-of-undecodable", config.keptOfUndecodable(), 0, MEBIBYTE / 16);
        within("most-held", config.mostHeld(), 1, 100_000);
        within("drain", config.drain(), 1, 5_000);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException(
                    "motcua.subscriber." + name + " is " + least + " to " + most + ", not " + value);
        }
    }
}
