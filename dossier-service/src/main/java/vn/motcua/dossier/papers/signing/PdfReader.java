package vn.motcua.dossier.papers.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;

/**
 * Reads where it is called, by a library that builds the whole file in memory: what a crafted file makes of a few kilobytes nobody can say beforehand. So
 * it is called for what strangers send in a process of its own, see {@link ReadingProcess}.
 */
final class PdfReader implements SignatureReader {

    @Override
    public List<SignatureClaim> read(byte[] pdf) throws UnreadablePdf {
        try (var document = Loader.loadPDF(pdf)) {
            var claims = new ArrayList<SignatureClaim>();
            for (var signature : document.getSignatureDictionaries()) {
                var range = signature.getByteRange();
                claims.add(new SignatureClaim(
                        signature.getSubFilter(),
                        range == null ? new int[0] : range,
                        signature.getCOSObject().getString(COSName.M)));
            }
            return List.copyOf(claims);
        } catch (IOException | RuntimeException noPdf) {
            throw new UnreadablePdf(noPdf);
        }
    }
}
