package vn.motcua.dossier.relay;

import java.util.UUID;

/** A row of {@code outgoing}: one event that is committed and not yet acknowledged. */
record Pointer(int shard, long position, UUID subject, long sequence) {

    EventKey key() {
        return new EventKey(subject, sequence);
    }
}
