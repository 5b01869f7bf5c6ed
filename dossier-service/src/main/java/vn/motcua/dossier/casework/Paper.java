package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A paper that was handed in: of the procedure's list by its code, or another by its name.
 *
 * @param code of the procedure's component; null for a paper beside the list
 * @param name null where the code says it
 * @param copies from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paper(String code, String name, int copies) {}
