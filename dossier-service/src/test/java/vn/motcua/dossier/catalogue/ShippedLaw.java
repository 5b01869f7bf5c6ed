package vn.motcua.dossier.catalogue;

import java.util.Optional;

/** The law as this build has it, outside a running service. */
public final class ShippedLaw {

    private ShippedLaw() {}

    public static Law law() {
        return new Law(Optional.empty());
    }
}
