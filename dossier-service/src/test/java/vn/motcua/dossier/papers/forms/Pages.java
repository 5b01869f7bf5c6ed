package vn.motcua.dossier.papers.forms;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a paper as somebody would who got it: its words, its size, its type, its square. */
public final class Pages {

    /** As a camera comes nearer: at which of them a given square is read is chance. */
    private static final List<Integer> DOTS_PER_INCH = List.of(300, 220, 400);

    private static final Pattern RATING_CODE = Pattern.compile("Mã đánh giá: (\\S+)\\.");

    private Pages() {}

    @FunctionalInterface
    private interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    /** The code by which its holder rates; empty where it bears none. */
    public static Optional<String> ratingCode(byte[] pdf) {
        return RATING_CODE
                .matcher(words(pdf))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    /** All words in their order, a single space between them. */
    static String words(byte[] pdf) {
        return read(pdf, document -> new PDFTextStripper().getText(document))
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    /** Of each page, in millimetres. */
    static List<String> sizes(byte[] pdf) {
        return read(pdf, document -> {
            var sizes = new ArrayList<String>();
            for (var page : document.getPages()) {
                var box = page.getMediaBox();
                sizes.add(Math.round(box.getWidth() / 72 * 25.4) + "x" + Math.round(box.getHeight() / 72 * 25.4));
            }
            return sizes;
        });
    }

    /** Names of the fonts of all pages, with a mark where one is not embedded. */
    static List<String> fonts(byte[] pdf) {
        return read(pdf, document -> {
            var fonts = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", "")
                            + (font.isEmbedded() ? "" : " (not embedded)"));
                }
            }
            return fonts.stream().distinct().sorted().toList();
        });
    }

    /** What the QR code on the last page says. */
    static String square(byte[] pdf) {
        return read(pdf, document -> {
            for (var dotsPerInch : DOTS_PER_INCH) {
                var picture = new PDFRenderer(document)
                        .renderImageWithDPI(document.getNumberOfPages() - 1, dotsPerInch, ImageType.RGB);
                var said = said(picture);
                if (said.isPresent()) {
                    return said.get();
                }
            }
            throw new AssertionError("the square cannot be read");
        });
    }

    /** What the one square in a picture says; empty where none is read. */
    static Optional<String> said(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> T read(byte[] pdf, Look<T> look) {
        try (var document = Loader.loadPDF(pdf)) {
            return look.at(document);
        } catch (IOException noPdf) {
            throw new UncheckedIOException(noPdf);
        }
    }
}
