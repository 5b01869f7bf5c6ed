package vn.motcua.local.machine;

/** Ties the life of this JVM to that of the process that started it, also when that one is killed. */
public final class Parent {

    private Parent() {}

    /** Returns when the process is no more. */
    public static void await(long parent) {
        ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
    }

    /** Ends this JVM in good order, shutdown hooks included, when the process is no more. */
    public static void end(long parent) {
        ProcessHandle.of(parent)
                .orElseThrow(() -> new IllegalStateException("the process " + parent + " is gone already"))
                .onExit()
                .thenRun(() -> System.exit(0));
    }
}
