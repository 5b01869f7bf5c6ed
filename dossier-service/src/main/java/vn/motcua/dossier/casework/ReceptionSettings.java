package vn.motcua.dossier.casework;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Set;

/** Which one-stop shops take in dossiers on behalf of other agencies: {@code motcua.receptions.on-behalf-of."H03"=H03,G01.H03}. None unless said. */
@ConfigMapping(prefix = "motcua.receptions")
public interface ReceptionSettings {

    /** By the code of the agency whose one-stop shop it is: codes of agencies, each with what lies below it. */
    Map<String, Set<String>> onBehalfOf();
}
