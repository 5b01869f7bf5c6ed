package vn.motcua.dossier.imports;

import io.vertx.pgclient.PgException;
import java.util.Map;

/** Why a line is refused for the code that it brings along, by what the database says of it. */
final class CodeFaults {

    private static final Map<String, String> REASONS = Map.of(
            "dossier_code",
            "/code: CODE_TAKEN another dossier has this code.",
            "number_reserved",
            "/code: CODE_RESERVED its number is in a block that an office keeps for offline work; it comes in through that block.",
            "number_void",
            "/code: CODE_VOID its number was in a block that is closed: it is void, and no dossier's.");

    private CodeFaults() {}

    static boolean isOne(Throwable failure) {
        return failure instanceof PgException database
                && database.getConstraint() != null
                && REASONS.containsKey(database.getConstraint());
    }

    /** @param failure for which {@link #isOne} holds */
    static LineRefused refused(Throwable failure) {
        return new LineRefused(REASONS.get(((PgException) failure).getConstraint()));
    }
}
