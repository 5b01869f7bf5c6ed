package vn.motcua.dossier.papers.store;

import java.io.IOException;

/** More bytes came than were allowed; what had arrived is deleted. */
public final class TooLarge extends IOException {

    private final long limitBytes;

    TooLarge(long limitBytes) {
        super("more than " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    public long limitBytes() {
        return limitBytes;
    }
}
