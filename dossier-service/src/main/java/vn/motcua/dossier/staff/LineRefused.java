package vn.motcua.dossier.staff;

/** A line that cannot become a post. */
final class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LineFault fault;

    LineRefused(LineFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    LineFault fault() {
        return fault;
    }
}
