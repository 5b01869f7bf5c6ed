package vn.motcua.dossier.papers.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PDFs as somebody makes them who wants to do harm. */
public final class CraftedPdf {

    private static final int MIB = 1024 * 1024;

    private CraftedPdf() {}

    /**
     * The root of the file lies in a packed part that unpacks into so much; what the part is stands so far before it that nobody looks there. Says that it
     * is signed.
     */
    public static byte[] bomb(int mebibytes) {
        var pdf = new ByteArrayOutputStream();
        try {
            write(pdf, "%PDF-1.7\n");
            write(pdf, "% /ByteRange\n");
            int at = pdf.size();
            var packed = packed("1 0 <</Type /Catalog /Pages <</Type /Pages /Kids [] /Count 0>>>>", mebibytes);
            write(
                    pdf,
                    "4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.length + " /Pad ("
                            + "x".repeat(9 * 1024) + ") >>\nstream\r\n");
            pdf.write(packed);
            write(pdf, "\nendstream\nendobj\n");
            int table = pdf.size();
            write(pdf, "5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length 36 >>\nstream\r\n");
            entry(pdf, 0, 0, 0);
            entry(pdf, 2, 4, 0);
            entry(pdf, 0, 0, 0);
            entry(pdf, 0, 0, 0);
            entry(pdf, 1, at, 0);
            entry(pdf, 1, table, 0);
            write(pdf, "\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n");
            return pdf.toByteArray();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    /** Arrays in arrays, as deep as the file is long. */
    public static byte[] nested(int levels) {
        return ("%PDF-1.7\n% /ByteRange\n1 0 obj\n<< /Type /Catalog /Deep " + "[".repeat(levels) + "]".repeat(levels)
                        + " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    private static void entry(ByteArrayOutputStream pdf, int type, int second, int third) {
        pdf.write(type);
        for (int shift = 24; shift >= 0; shift -= 8) {
            pdf.write(second >> shift);
        }
        pdf.write(third);
    }

    private static byte[] packed(String words, int mebibytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        var best = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, best)) {
            out.write(words.getBytes(ISO_8859_1));
            var nothing = new byte[MIB];
            for (int i = 0; i < mebibytes; i++) {
                out.write(nothing);
            }
        } finally {
            best.end();
        }
        return packed.toByteArray();
    }

    private static void write(ByteArrayOutputStream pdf, String text) throws IOException {
        pdf.write(text.getBytes(ISO_8859_1));
    }
}
