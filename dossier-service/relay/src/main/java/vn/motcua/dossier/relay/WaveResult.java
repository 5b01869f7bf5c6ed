package vn.motcua.dossier.relay;

import java.util.List;

/**
 * What became of a wave.
 *
 * @param acknowledged events of which every record is with Kafka
 * @param refused events that the broker will never take
 * @param failure why the rest has no answer; null if there is no rest
 */
record WaveResult(List<Entry> acknowledged, List<Entry> refused, Throwable failure) {

    static WaveResult of(List<Receipt> receipts, Throwable failure) {
        return new WaveResult(
                receipts.stream()
                        .filter(Receipt::isAcknowledged)
                        .map(Receipt::entry)
                        .toList(),
                receipts.stream().filter(Receipt::isRefused).map(Receipt::entry).toList(),
                failure);
    }
}
