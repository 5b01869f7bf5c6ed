package vn.motcua.dossier.papers.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The square on a paper by which it is found again and compared with the history. */
final class QrCode {

    private static final int DOTS_PER_MODULE = 6;
    private static final int QUIET_MODULES = 4;
    private static final int MASKS = 8;

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
        var png = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(picture(text), "png", out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    /**
     * The square, read back before anybody holds it. Of the mask that the standard prefers, one picture in a hundred is stumbled over by the reader that many
     * phones use, however sharp it is printed; the standard leaves the choice of the mask free, and another one is read.
     */
    static BufferedImage picture(String text) {
        var preferred = picture(text, Map.of());
        if (readable(preferred, text)) {
            return preferred;
        }
        return IntStream.range(0, MASKS)
                .mapToObj(mask -> picture(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask)))
                .filter(picture -> readable(picture, text))
                .findFirst()
                .orElse(preferred);
    }

    private static BufferedImage picture(String text, Map<EncodeHintType, ?> choice) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, QUIET_MODULES);
        hints.putAll(choice);
        try {
            return picture(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds so much", tooLong);
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

    private static boolean readable(BufferedImage picture, String text) {
        int side = picture.getWidth();
        var dots = new RGBLuminanceSource(side, side, picture.getRGB(0, 0, side, side, null, 0, side));
        try {
            return text.equals(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(dots)))
                    .getText());
        } catch (ReaderException stumbled) {
            return false;
        }
    }
}
