package vn.motcua.dossier.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Splits a batch so that no wave holds two events of one subject; a wave is sent when the one before is acknowledged.
 *
 * <p>This is what keeps the order. A producer with several records of a subject on the way may lose one and still
 * deliver the next: retries that give up, batches split because one record is too large, an epoch begun anew. Here an
 * event leaves only after its predecessor was acknowledged, to this sender or to whoever deleted that pointer. So the
 * first appearances of a subject are 1, 2, 3 …, whatever fails, and even with two senders at work; only repeats of what
 * is already there can come late.
 */
final class Waves {

    private Waves() {}

    /** Entries in the order of their positions; the n-th of each subject goes into the n-th wave. */
    static List<List<Entry>> of(List<Entry> entries) {
        var waves = new ArrayList<List<Entry>>();
        var waveOf = new HashMap<UUID, Integer>();
        for (var entry : entries) {
            var wave = waveOf.merge(entry.pointer().subject(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(entry);
        }
        return waves;
    }
}
