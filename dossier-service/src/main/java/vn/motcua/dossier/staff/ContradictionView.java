package vn.motcua.dossier.staff;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Contradiction;

/**
 * What a token said otherwise than the staff list.
 *
 * @param tokenSays agency or roles, which is what gave the rights
 * @param listSays unit or roles of the post; {@code nothing} without one
 * @param lastSeen to the minute; what has been mended is not seen again
 */
@Schema(name = "StaffContradiction")
record ContradictionView(
        String account,
        Contradiction.Kind kind,
        String tokenSays,
        String listSays,
        Instant firstSeen,
        Instant lastSeen) {}
