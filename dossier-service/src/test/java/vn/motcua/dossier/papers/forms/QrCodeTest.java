package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The square on a paper, under the reader that most phones and counters use as it comes. */
class QrCodeTest {

    /** About ten of them would be stumbled over if the first picture were taken. */
    private static final int SQUARES = 1_000;

    @Test
    void everySquareIsReadAsItIsPrinted() {
        assertThat(IntStream.rangeClosed(1, SQUARES).mapToObj(QrCodeTest::text))
                .allSatisfy(text -> assertThat(Pages.said(QrCode.picture(text))).contains(text));
    }

    private static String text(int number) {
        return QrCode.text("H03.01-220608-%04d".formatted(number), number % 20 + 1, "sha256:" + digest(number));
    }

    private static String digest(int number) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {
                (byte) (number >> 8), (byte) number
            }));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
