package vn.motcua.dossier.papers.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The square on a paper by which it is found again and compared with the history. */
final class QrCode {

    private static final int DOTS_PER_MODULE = 6;
    private static final int QUIET_MODULES = 2;

    private QrCode() {}

    /**
     * The dossier's code, the number of the event that the paper is about, and that event's hash: the head of the history's chain when the paper was
     * made. {@code H03.01-220608-0001 2 sha256:…}
     */
    static String text(String code, long sequence, String hash) {
        return code + " " + sequence + " " + hash;
    }

    /** A black and white PNG as a data URI; the same text gives the same picture. */
    static String image(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES));
            var png = new ByteArrayOutputStream();
            try (var out = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(picture(matrix), "png", out);
            }
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds so much", tooLong);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static BufferedImage picture(BitMatrix matrix) {
        var picture = new BufferedImage(
                matrix.getWidth() * DOTS_PER_MODULE,
                matrix.getHeight() * DOTS_PER_MODULE,
                BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, matrix.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE) ? 0x000000 : 0xFFFFFF);
            }
        }
        return picture;
    }
}
