package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing, in the order taken. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double min() {
        return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    }

    double max() {
        return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that at least this share of all does not exceed. */
    double percentile(double percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, rank - 1));
    }

    /** This series divided by another, pair by pair of the same round. */
    Series over(Series other) {
        var ratios = new Series();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios;
    }

    /** Cells of a table: min, median, max. */
    String cells(String format) {
        return String.format(Locale.ROOT, format + " | " + format + " | " + format, min(), median(), max());
    }
}
