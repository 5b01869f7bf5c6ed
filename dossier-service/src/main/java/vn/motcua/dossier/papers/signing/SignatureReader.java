package vn.motcua.dossier.papers.signing;

import java.util.List;

/** Finds the signatures in a PDF that somebody sent. */
interface SignatureReader {

    /**
     * In the order of the file.
     *
     * @throws UnreadablePdf if it is no PDF that can be read
     * @throws PdfTooCostly if reading it takes more than is given to it
     */
    List<SignatureClaim> read(byte[] pdf) throws UnreadablePdf, PdfTooCostly;

    /** It is no PDF, or none that can be read. */
    final class UnreadablePdf extends Exception {
        private static final long serialVersionUID = 1;

        UnreadablePdf(Throwable cause) {
            super(cause);
        }
    }

    /** It takes more memory or time than is given to it. */
    final class PdfTooCostly extends Exception {
        private static final long serialVersionUID = 1;

        PdfTooCostly(String how) {
            super(how);
        }
    }
}
