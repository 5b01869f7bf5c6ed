package vn.motcua.dossier.catalogue;

import java.util.List;
import java.util.function.Supplier;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * One data file of this build.
 *
 * @param name of the file, without its ending
 * @param version from 1; raised whenever the content changes
 * @param digest of what it says: {@code sha256:} and 64 hexadecimal digits
 * @param content makes its entries, the same each time; asked only where they are needed
 */
record CatalogueFile(String name, int version, String digest, Supplier<List<CatalogueEntry>> content) {

    CatalogueFile(String name, int version, String digest, List<CatalogueEntry> entries) {
        this(name, version, digest, () -> List.copyOf(entries));
    }

    List<CatalogueEntry> entries() {
        return content.get();
    }
}
