package vn.motcua.dossier.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import vn.motcua.dossier.edge.Digests;

/** Goes through a body line by line within the limits: several lines on their way at a time, answers in the order of the lines. */
final class Lines {

    private Lines() {}

    /** Sends a line on its way. What it throws is that line's answer, and holds no other line up. */
    interface Taker {
        void take(int number, byte[] line, OnTheirWay onTheirWay);
    }

    /**
     * Reads to the end. Blocks; not for an event loop. What was answered is committed, whatever happens afterwards.
     *
     * @param answered takes each answer, and says false when nobody listens any more, which ends it
     * @throws IOException if the body breaks off; the lines before are done
     */
    static void take(InputStream body, ImportLimits limits, Predicate<ImportAnswer> answered, Taker taker)
            throws IOException {
        var lines = new LineReader(body, limits.maxLineBytes());
        var onTheirWay = new OnTheirWay(answered);
        var number = 0;
        for (var line = lines.read(); line != null && onTheirWay.isHeard(); line = lines.read()) {
            number++;
            if (number > limits.maxLines()) {
                onTheirWay.add(ImportAnswer.refused(number, "more than " + limits.maxLines() + " lines."));
                break;
            }
            if (line.length > 0) {
                onTheirWay.waitUntil(limits.inFlight() - 1);
                if (lines.wasTooLong()) {
                    onTheirWay.add(ImportAnswer.refused(number, "longer than " + limits.maxLineBytes() + " bytes."));
                } else {
                    take(number, line, onTheirWay, taker);
                }
            }
        }
        onTheirWay.waitUntil(0);
    }

    private static void take(int number, byte[] line, OnTheirWay onTheirWay, Taker taker) {
        try {
            taker.take(number, line, onTheirWay);
        } catch (RuntimeException failed) {
            onTheirWay.add(LineFaults.answer(number, failed));
        }
    }

    /** By which a line is known again. */
    static byte[] digest(byte[] line) {
        return Digests.sha256().digest(line);
    }
}
