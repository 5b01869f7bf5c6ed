package vn.motcua.dossier.papers.access;

import vn.motcua.dossier.edge.Caller;

/**
 * Who reads, why, and from where.
 *
 * @param address of the connection, or what a trusted proxy says of it; null where it says nothing that is an address
 * @param device what the caller's program says of itself, at most 200 characters; may be null
 * @param traceId may be null
 */
public record Reader(Caller caller, Purpose purpose, String address, String device, String traceId) {

    @Override
    public String toString() {
        return "Reader[" + purpose + "]";
    }
}
