package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Entries of one kind by code and version, each holding from its first to its last day. */
final class Versions<T> {

    private final Map<String, NavigableMap<Integer, T>> byCode = new TreeMap<>();
    private final Function<T, LocalDate> from;
    private final Function<T, LocalDate> to;

    /** @param to gives null while open */
    Versions(Function<T, LocalDate> from, Function<T, LocalDate> to) {
        this.from = from;
        this.to = to;
    }

    void put(String code, int version, T entry) {
        byCode.computeIfAbsent(code, each -> new TreeMap<>()).put(version, entry);
    }

    Optional<T> exact(String code, int version) {
        return Optional.ofNullable(of(code).get(version));
    }

    /** The one in force on that day. */
    Optional<T> on(String code, LocalDate day) {
        return of(code).descendingMap().values().stream()
                .filter(entry -> holds(entry, day))
                .findFirst();
    }

    /** The last one whose validity ended before that day. */
    Optional<T> endedBefore(String code, LocalDate day) {
        return of(code).descendingMap().values().stream()
                .filter(entry -> to.apply(entry) != null && to.apply(entry).isBefore(day))
                .findFirst();
    }

    /** The highest version, whether or not it is in force. */
    Optional<T> latest(String code) {
        NavigableMap<Integer, T> versions = of(code);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.lastEntry().getValue());
    }

    List<T> latest() {
        return byCode.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .toList();
    }

    List<T> on(LocalDate day) {
        return byCode.keySet().stream().flatMap(code -> on(code, day).stream()).toList();
    }

    List<T> all() {
        return byCode.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** Of one code, in rising order. */
    List<T> all(String code) {
        return List.copyOf(of(code).values());
    }

    boolean knows(String code) {
        return code != null && byCode.containsKey(code);
    }

    boolean holds(T entry, LocalDate day) {
        LocalDate last = to.apply(entry);
        return !day.isBefore(from.apply(entry)) && (last == null || !day.isAfter(last));
    }

    Iterable<NavigableMap<Integer, T>> eachCode() {
        return byCode.values();
    }

    private NavigableMap<Integer, T> of(String code) {
        return code == null ? new TreeMap<>() : byCode.getOrDefault(code, new TreeMap<>());
    }
}
