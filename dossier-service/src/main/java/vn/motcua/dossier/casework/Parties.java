package vn.motcua.dossier.casework;

import java.util.EnumSet;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Role;

/** The caller of a request as the lifecycle's rights know them. */
public final class Parties {

    private Parties() {}

    /** Roles that never touch a dossier (operator, statistics, administrator, migration, mirror) are left out. */
    public static Party of(Caller caller) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : caller.roles()) {
            switch (role) {
                case CITIZEN -> roles.add(Role.CITIZEN);
                case RECEPTION -> roles.add(Role.RECEPTION);
                case OFFICER -> roles.add(Role.OFFICER);
                case LEADER -> roles.add(Role.LEADER);
                case CLERK -> roles.add(Role.CLERK);
                case CASHIER -> roles.add(Role.CASHIER);
                // Another part of the system: reports what the postal service did.
                case SYSTEM -> {
                    roles.add(Role.SYSTEM);
                    roles.add(Role.POSTAL);
                }
                case OPERATOR, STATISTICS, MIGRATION, MIRROR, ADMIN -> {}
            }
        }
        return new Party(caller.subject(), roles, caller.agency(), caller.citizen());
    }
}
