package vn.motcua.dossier.papers.access;

import java.util.UUID;
import vn.motcua.dossier.lifecycle.Form;

/**
 * What is read.
 *
 * @param dossier null for registers
 * @param document null for all but files
 * @param paper which one; null for files and for the list of readings
 * @param registerAgency null for all but registers
 */
public record Read(What what, UUID dossier, UUID document, String paper, String registerAgency) {

    /** Kinds of what is read. */
    public enum What {
        /** A file of a dossier. */
        DOCUMENT,
        /** A paper that the service made of a dossier. */
        FORM,
        /** A package for the archive, which holds all of it. */
        PACKAGE,
        /** A register or an extract of it. */
        REGISTER,
        /** Who has read. */
        READINGS
    }

    public static Read document(UUID dossier, UUID document) {
        return new Read(What.DOCUMENT, dossier, document, null, null);
    }

    public static Read form(UUID dossier, Form kind, long sequence) {
        return new Read(What.FORM, dossier, null, kind + "/" + sequence, null);
    }

    /** @param sha256 of the package */
    public static Read archive(UUID dossier, String sha256) {
        return new Read(What.PACKAGE, dossier, null, sha256, null);
    }

    /** @param which {@code 2022/3} of a closed one, {@code 2022-06-01/2022-06-07} of an extract */
    public static Read register(String agency, String which) {
        return new Read(What.REGISTER, null, null, which, agency);
    }

    static Read readingsOf(UUID dossier) {
        return new Read(What.READINGS, dossier, null, null, null);
    }

    static Read readingsOf(String registerAgency) {
        return new Read(What.READINGS, null, null, null, registerAgency);
    }
}
