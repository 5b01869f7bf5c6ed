package vn.motcua.dossier.papers.forms;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lays papers out as PDF, by the templates and fonts of this build; asks nobody. The same words give the same bytes. Takes some hundred milliseconds
 * and some ten megabytes a page: never on an event loop. Thread-safe.
 */
@Singleton
class Printer {

    private static final String FOLDER = "/forms/";

    /** What XML has no place for; one such character in a name would leave a paper, and a register for the whole day, unprinted. */
    private static final Pattern NOT_FOR_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private final Map<String, Boolean> parsed = new ConcurrentHashMap<>();
    private final RawString style = new RawString(text("style.css"));

    static {
        // Its own loggers write a line a page to standard error.
        XRLog.setLoggingEnabled(false);
    }

    Printer() {
        List.of("layout", "person", "signature").forEach(this::parse);
    }

    /** The paper as a PDF. */
    byte[] print(Sheet sheet) {
        return pdf(
                html(sheet.template(), Map.of("sheet", sheet, "body", sheet.body(), "qr", QrCode.image(sheet.seal()))));
    }

    /** Anything else that a template lays out. */
    byte[] print(String template, Map<String, Object> words) {
        return pdf(html(template, words));
    }

    private String html(String template, Map<String, Object> words) {
        parse(template);
        var instance = engine.getTemplate(template).instance();
        words.forEach(instance::data);
        return NOT_FOR_XML.matcher(instance.data("style", style).render()).replaceAll("");
    }

    private void parse(String template) {
        parsed.computeIfAbsent(template, name -> {
            engine.putTemplate(
                    name, engine.parse(text(name + ".html"), Variant.forContentType(Variant.TEXT_HTML), name));
            return true;
        });
    }

    private byte[] pdf(String html) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var builder = new PdfRendererBuilder()
                .withHtmlContent(html, null)
                .withProducer("Một Cửa")
                .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                .useUnicodeLineBreaker(new Lines())
                .toStream(out);
        Fonts.use(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                settle(document, html);
                out.reset();
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Takes out what the moment of printing put in, so that the same words give the same bytes. */
    private static void settle(PDDocument document, String html) {
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        document.setDocumentId((long) html.hashCode());
    }

    private static InputStream open(String name) {
        var found = Printer.class.getResourceAsStream(FOLDER + name);
        if (found == null) {
            throw new IllegalStateException("this build lacks " + FOLDER + name);
        }
        return found;
    }

    /** A resource of this build. */
    static byte[] bytes(String name) {
        try (var in = open(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
