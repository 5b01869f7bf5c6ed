package vn.motcua.dossier.catalogue;

import java.util.List;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * One data file of this build.
 *
 * @param name of the file, without its ending
 * @param version from 1; raised whenever the content changes
 * @param digest of the entries: {@code sha256:} and 64 hexadecimal digits
 */
record CatalogueFile(String name, int version, String digest, List<CatalogueEntry> entries) {

    CatalogueFile {
        entries = List.copyOf(entries);
    }
}
