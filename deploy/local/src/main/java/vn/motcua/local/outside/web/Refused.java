package vn.motcua.local.outside.web;

/** The request cannot be served as it is; the status and the reason are the answer. */
public final class Refused extends Exception {

    private final int status;

    public Refused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
