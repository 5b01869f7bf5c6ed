package vn.motcua.dossier.relay;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What became of one event: its shared record and its twin. Written by the producer's thread. */
final class Receipt {

    private final Entry entry;
    private final AtomicInteger awaited;
    private volatile boolean refused;

    Receipt(Entry entry, int records) {
        this.entry = entry;
        this.awaited = new AtomicInteger(records);
    }

    /** Whether the broker will never take this record, however often it is sent. Anything else may pass. */
    static boolean isFinal(Exception error) {
        return error instanceof RecordTooLargeException || error instanceof RecordBatchTooLargeException;
    }

    void acknowledged() {
        awaited.decrementAndGet();
    }

    void refuse() {
        refused = true;
    }

    Entry entry() {
        return entry;
    }

    boolean isAcknowledged() {
        return awaited.get() == 0;
    }

    boolean isRefused() {
        return refused;
    }
}
