package vn.motcua.dossier.lifecycle;

/** In which role somebody acts on a dossier. */
public enum Role {
    /** The owner of the dossier or who acts for them. */
    CITIZEN,
    /** One-stop officer. */
    RECEPTION,
    /** Case officer. */
    OFFICER,
    LEADER,
    /** Agency clerk, who numbers, stamps and issues. */
    CLERK,
    CASHIER,
    /** The postal enterprise, through its delivery facts. */
    POSTAL,
    /** A timer or another part of the system. */
    SYSTEM
}
