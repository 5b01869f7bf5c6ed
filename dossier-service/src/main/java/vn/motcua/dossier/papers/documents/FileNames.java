package vn.motcua.dossier.papers.documents;

import java.util.Map;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Dossier;

/** What a file is called where it is saved: by the dossier's code, since the name that it came with is not kept. */
final class FileNames {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf",
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/tiff", "tif",
            "application/xml", "xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private FileNames() {}

    /** {@code CCCD-018…a1.pdf}: without the dossier, with the whole id. */
    static String alone(Document document) {
        return what(document) + "-" + document.id() + "." + ENDINGS.getOrDefault(document.mediaType(), "bin");
    }

    private static String what(Document document) {
        var what = document.result() ? "KQ" : document.component() == null ? "GT" : document.component();
        return what.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** {@code H03.01-220608-0001-CCCD-073991.pdf}: ASCII letters, digits, dots and hyphens. */
    static String of(Dossier dossier, Document document) {
        var id = document.id().toString();
        return dossier.code() + "-" + what(document) + "-" + id.substring(id.length() - 6) + "."
                + ENDINGS.getOrDefault(document.mediaType(), "bin");
    }
}
