package vn.motcua.dossier.papers.signing;

/** No signature can be had now; nothing was signed. Its message names no secret. */
public final class SigningAway extends Exception {

    private static final long serialVersionUID = 1L;

    public SigningAway(String message) {
        super(message);
    }

    public SigningAway(String message, Exception cause) {
        super(message, cause);
    }
}
