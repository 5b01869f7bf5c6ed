package vn.motcua.dossier.catalogue;

import io.smallrye.mutiny.Uni;

/** Who keeps something beside dossiers that an agency still has to see to: a bean of this type hands it to the agency that took over. */
public interface Succession {

    /** What goes over. */
    enum Kind {
        /** What people report and propose, and is not answered in public yet. */
        FEEDBACK,
        /** Payments that were asked for and not made, and money that somebody has to look at. */
        MONEY
    }

    Kind kind();

    /**
     * Hands over what is open; what is closed stays with the agency of its time. Again is the same.
     *
     * @param account of who ordered it, for the history
     * @param most at a time, where each gets a fact of its own
     * @return how many went; of those with facts fewer than {@code most} where nothing is left
     */
    Uni<Integer> handOver(String agency, String successor, String account, int most);
}
