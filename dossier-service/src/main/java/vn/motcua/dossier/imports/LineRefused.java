package vn.motcua.dossier.imports;

/** A line that cannot become a dossier or a fact of one; the message says why without quoting it. */
final class LineRefused extends RuntimeException {

    LineRefused(String reason) {
        super(reason, null, false, false);
    }
}
