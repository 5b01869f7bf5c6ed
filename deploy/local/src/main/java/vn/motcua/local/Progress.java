package vn.motcua.local;

/** Is told what is going on while a platform starts or stops: one short line each. May be called by several threads. */
@FunctionalInterface
public interface Progress {

    /** Says nothing. */
    Progress SILENT = line -> {};

    void say(String line);
}
