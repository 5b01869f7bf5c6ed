package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Names;

/** Gathers what is wrong, so that whoever mends a catalogue mends it once. */
final class Faults {

    private static final int LONGEST_NAME = 500;

    private final List<CatalogueFault> found = new ArrayList<>();

    List<CatalogueFault> found() {
        return found;
    }

    void require(boolean so, CatalogueEntry entry, String field, String vietnamese, String english) {
        if (!so) {
            found.add(new CatalogueFault(entry, field, vietnamese, english));
        }
    }

    void names(CatalogueEntry entry, String field, Names names) {
        require(
                names != null && isText(names.vi(), LONGEST_NAME) && isText(names.en(), LONGEST_NAME),
                entry,
                field,
                "cần có tên tiếng Việt và tiếng Anh, mỗi tên 1 đến 500 ký tự",
                "needs names in Vietnamese and English");
    }

    void validity(CatalogueEntry entry, LocalDate from, LocalDate to) {
        require(from != null, entry, "validFrom", "cần có ngày bắt đầu hiệu lực", "needs a first day of validity");
        require(
                from == null || to == null || !to.isBefore(from),
                entry,
                "validTo",
                "hết hiệu lực trước ngày bắt đầu",
                "ends before it begins");
    }

    static boolean isText(String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }
}
