package vn.motcua.local.outside.web;

/** Answers the requests below one path; called by several threads at once. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws Refused;
}
