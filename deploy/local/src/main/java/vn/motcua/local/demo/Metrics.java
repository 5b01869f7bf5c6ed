package vn.motcua.local.demo;

import java.net.URI;

/** What a running service counts. */
public final class Metrics {

    private Metrics() {}

    /**
     * All metrics of an instance, as a collector reads them.
     *
     * @param service base address of the instance
     */
    public static String of(Caller caller, URI service) {
        return caller.text(service.resolve("/q/metrics"), null, "text/plain");
    }

    /** The sum over the lines of the metric that contain the words; 0 if there is none. */
    public static double sum(String metrics, String name, String... words) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> {
                    for (var word : words) {
                        if (!line.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
