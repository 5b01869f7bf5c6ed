package vn.motcua.dossier.sweeping;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Goes through the open dossiers of some agencies, page by page, several at a time. */
@ApplicationScoped
class Sweeps {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;
    private static final int AT_ONCE = 16;

    private final OpenDossiersStore store;

    Sweeps(OpenDossiersStore store) {
        this.store = store;
    }

    /** What came of each, as far as anything did; at most so many. @param each empty where nothing is to be told */
    <T> Uni<List<T>> over(List<String> agencies, int most, Function<UUID, Uni<Optional<T>>> each) {
        return page(last -> store.after(agencies, last, PAGE), FIRST, most, each, new ArrayList<>());
    }

    /** {@link #over}, also for dossiers of which these agencies have an open part. */
    <T> Uni<List<T>> concerning(List<String> agencies, int most, Function<UUID, Uni<Optional<T>>> each) {
        return page(last -> store.concerningAfter(agencies, last, PAGE), FIRST, most, each, new ArrayList<>());
    }

    /** {@link #over} for the dossiers of which these agencies have an open part. */
    <T> Uni<List<T>> overParts(List<String> agencies, int most, Function<UUID, Uni<Optional<T>>> each) {
        return page(last -> store.withPartsAfter(agencies, last, PAGE), FIRST, most, each, new ArrayList<>());
    }

    private <T> Uni<List<T>> page(
            Function<UUID, Uni<List<UUID>>> next,
            UUID after,
            int most,
            Function<UUID, Uni<Optional<T>>> each,
            List<T> found) {
        return next.apply(after)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUni(id -> each.apply(id))
                        .merge(AT_ONCE)
                        .collect()
                        .asList()
                        .chain(told -> {
                            told.stream().flatMap(Optional::stream).forEach(found::add);
                            return ids.size() < PAGE || found.size() >= most
                                    ? Uni.createFrom().item(found)
                                    : page(next, ids.get(ids.size() - 1), most, each, found);
                        }));
    }
}
