package vn.motcua.dossier.catalogue;

import java.util.List;

/** The catalogue contradicts itself; the service does not start with it. The message names every fault, each with the entry that it is about. */
public final class InvalidCatalogue extends RuntimeException {

    InvalidCatalogue(String where, List<String> faults) {
        super(where + ": " + String.join("; ", faults));
    }

    InvalidCatalogue(String where, String fault, Throwable cause) {
        super(where + ": " + fault, cause);
    }
}
