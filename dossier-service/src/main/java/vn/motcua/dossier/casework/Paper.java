package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A paper that was handed in: of the procedure's list by its code, or another by its name.
 *
 * @param code of the procedure's component; null for a paper beside the list
 * @param name null where the code says it
 * @param copies how many; where nobody told originals from copies, of both together, from 1
 * @param originals how many originals; null where nobody told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paper(String code, String name, int copies, Integer originals) {

    @JsonCreator
    public Paper {}

    /** Where nobody told originals from copies. */
    public Paper(String code, String name, int copies) {
        this(code, name, copies, null);
    }
}
