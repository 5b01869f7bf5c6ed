package vn.motcua.dossier.edge;

/** The role words for {@code @RolesAllowed}; every endpoint names its roles, what names none is refused. */
public final class Roles {
    public static final String CITIZEN = "citizen";
    public static final String RECEPTION = "reception";
    public static final String OFFICER = "officer";
    public static final String LEADER = "leader";
    public static final String CLERK = "clerk";
    public static final String CASHIER = "cashier";
    public static final String OPERATOR = "operator";
    public static final String STATISTICS = "statistics";
    public static final String MIGRATION = "migration";
    public static final String MIRROR = "mirror";
    public static final String ADMIN = "admin";
    public static final String SYSTEM = "system";

    private Roles() {}
}
