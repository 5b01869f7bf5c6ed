package vn.motcua.dossier.casework;

/**
 * The texts of the statements that the hot path is made of, for whoever explains or measures them: each takes one array per column, of one row
 * or many, and is a transaction of its own.
 */
public final class HotStatements {

    /** A dossier with its private part and what the request's key did already. */
    public static final String LOAD = LoadStatement.LOADS;

    /** A step: state, event and pointer. */
    public static final String STEP = StepStatement.STEPS;

    /** A creation: key, number, content, hash, dossier, private part, event and pointer. */
    public static final String CREATION = CreationStatement.CREATIONS;

    private HotStatements() {}
}
