package vn.motcua.postal.tracking;

/**
 * Where the facts of one dossier stand while a transaction adds to them: its parcels share one numbering and one chain of hashes, also when a former one still
 * comes back. Not thread-safe.
 */
final class FactChain {

    private long sequence;
    private String hash;

    /** Goes on behind that fact; 0 and null before the first. */
    FactChain(long sequence, String hash) {
        this.sequence = sequence;
        this.hash = hash;
    }

    void add(NewFact fact) {
        sequence = fact.sequence();
        hash = fact.hash();
    }

    long sequence() {
        return sequence;
    }

    String hash() {
        return hash;
    }
}
