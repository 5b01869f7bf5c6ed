package vn.motcua.dossier.subscriber;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What is to be done with one subject's events: a pure decision.
 *
 * @param run to apply, in order and without gaps
 * @param hold to keep for later, in order
 * @param repeats how many arrivals were already applied or came twice
 * @param from last sequence before the run
 * @param again whether more of what waits may follow after this run
 */
record Turn(List<Delivery> run, List<Delivery> hold, int repeats, long from, boolean again) {

    /**
     * Decides. What is at or below the last applied sequence is a repeat; the consecutive run after it is applied, out of arrivals and
     * of what waited; everything higher is held.
     *
     * @param held the first of the waiting events, in order; may be left out when none could be applied
     * @param arrived in any order, with any repeats
     * @param flows whether the subject is free to apply
     * @param startsMidStream whether an untouched subject starts at its lowest arrival
     */
    static Turn of(
            Standing standing,
            List<Delivery> held,
            Collection<Delivery> arrived,
            boolean flows,
            boolean startsMidStream) {
        long from = standing.last();
        if (startsMidStream && standing.untouched() && !arrived.isEmpty()) {
            from = arrived.stream().mapToLong(Delivery::sequence).min().orElseThrow() - 1;
        }
        var fresh = new TreeMap<Long, Delivery>();
        for (var delivery : arrived) {
            if (delivery.sequence() > from) {
                fresh.putIfAbsent(delivery.sequence(), delivery);
            }
        }
        int repeats = arrived.size() - fresh.size();
        var run = flows ? run(from, held, fresh) : List.<Delivery>of();
        long last = from + run.size();
        var hold = List.copyOf(fresh.tailMap(last, false).values());
        boolean again = !held.isEmpty()
                && standing.held() > held.size()
                && held.get(held.size() - 1).sequence() <= last;
        return new Turn(run, hold, repeats, from, again);
    }

    private static List<Delivery> run(long from, List<Delivery> held, TreeMap<Long, Delivery> fresh) {
        var ready = new TreeMap<Long, Delivery>();
        // A value that was left in the topic is as missing as one that never came.
        held.stream().filter(each -> each.value() != null).forEach(each -> ready.put(each.sequence(), each));
        ready.putAll(fresh);
        var run = new ArrayList<Delivery>();
        for (var next = ready.get(from + 1); next != null; next = ready.get(from + run.size() + 1)) {
            run.add(next);
        }
        return run;
    }

    /** Last applied sequence once the run is applied. */
    long last() {
        return from + run.size();
    }

    /** The same when the run stopped before that many were applied: the rest is held. */
    Turn stoppedAfter(int applied) {
        var rest = new ArrayList<>(run.subList(applied, run.size()));
        rest.addAll(hold);
        return new Turn(run.subList(0, applied), List.copyOf(rest), repeats, from, false);
    }
}
