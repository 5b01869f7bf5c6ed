package vn.motcua.local.outside;

import java.util.concurrent.atomic.AtomicReference;

/** The fault of one provider, switched by a person or a test while requests come in. */
public final class FaultSwitch {

    private final AtomicReference<Fault> current = new AtomicReference<>(Fault.NONE);

    public Fault current() {
        return current.get();
    }

    public void set(Fault fault) {
        current.set(fault);
    }

    /** The fault for one request that comes in now; counts it where the fault is for some requests only. */
    public Fault next() {
        return current.getAndUpdate(fault -> {
            if (fault.times() == null) {
                return fault;
            }
            return fault.times() == 1 ? Fault.NONE : fault.forNext(fault.times() - 1);
        });
    }
}
