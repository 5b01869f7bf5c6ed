package vn.motcua.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of processes with what they have started. */
final class Cpu {

    private Cpu() {}

    /** User and system time used so far. Children that have ended are not in it: count between two looks at a quiet set of processes. */
    static Duration of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
