package vn.motcua.dossier.papers.signing;

/**
 * What a PDF says of one of its signatures; nothing of it is believed yet.
 *
 * @param method name of the way of signing; null without one
 * @param range offsets and lengths of what is signed, as they stand there, usually four numbers
 * @param time as it stands there; null without one
 */
record SignatureClaim(String method, int[] range, String time) {

    /** Of what covers that much, the end; 0 where the range is none. */
    long end() {
        return range.length == 4 ? (long) range[2] + range[3] : 0;
    }

    @Override
    public String toString() {
        return "SignatureClaim[" + method + "]";
    }
}
