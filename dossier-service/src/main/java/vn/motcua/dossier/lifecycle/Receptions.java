package vn.motcua.dossier.lifecycle;

import java.util.Map;
import java.util.Set;

/**
 * Which one-stop shops take dossiers in on behalf of which agencies; all others are turned away. Reception is not bound to the administrative boundary,
 * but which counter does it for whom is the province's to say. Source: Decree 61/2018, art. 18 §3, as amended by Decree 107/2021.
 *
 * @param onBehalfOf by the code of the agency whose one-stop shop it is: codes of agencies, each with what lies below it
 */
public record Receptions(Map<String, Set<String>> onBehalfOf) {

    /** Every agency takes in its own only. */
    public static final Receptions NONE = new Receptions(Map.of());

    public Receptions {
        onBehalfOf = Map.copyOf(onBehalfOf);
    }

    /** Whether a dossier for the agency may be taken in there: at its own one-stop shop always. */
    public boolean allow(String oneStop, String agency) {
        return oneStop.equals(agency)
                || onBehalfOf.getOrDefault(oneStop, Set.of()).stream()
                        .anyMatch(one -> agency.equals(one) || agency.startsWith(one + "."));
    }
}
