package vn.motcua.dossier.papers.forms;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** The type that papers are set in: this build's own, so that a page looks the same on every machine. Liberation Serif, under the SIL Open Font License. */
final class Fonts {

    private static final String FAMILY = "Liberation Serif";

    private record Font(byte[] bytes, int weight, FontStyle style) {}

    private static final List<Font> ALL = List.of(
            new Font(Printer.bytes("fonts/LiberationSerif-Regular.ttf"), 400, FontStyle.NORMAL),
            new Font(Printer.bytes("fonts/LiberationSerif-Bold.ttf"), 700, FontStyle.NORMAL),
            new Font(Printer.bytes("fonts/LiberationSerif-Italic.ttf"), 400, FontStyle.ITALIC));

    static {
        // Otherwise the first page waits until every font of the machine has been read, for names that no paper uses.
        FontMappers.set(new OwnOnly());
    }

    private Fonts() {}

    /** Embedded, the letters that are used only. */
    static void use(PdfRendererBuilder builder) {
        for (Font font : ALL) {
            builder.useFont(() -> new ByteArrayInputStream(font.bytes()), FAMILY, font.weight(), font.style(), true);
        }
    }

    /** Stands in for whatever else is named. */
    private static final class OwnOnly implements FontMapper {

        private final TrueTypeFont font;

        OwnOnly() {
            try {
                font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(ALL.get(0).bytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
