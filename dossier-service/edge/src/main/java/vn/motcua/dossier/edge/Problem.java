package vn.motcua.dossier.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure that the caller is told about, answered as {@code application/problem+json} (RFC 9457) in the caller's
 * language. Thrown, or failed with in a {@code Uni}, from anywhere in a request; filled in before it is thrown.
 * Carries no stack. Texts must hold no personal data.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One thing that is wrong: where ({@code pointer}, {@code parameter} or {@code header}) and what. */
    record Fault(String place, String where, String vietnamese, String english) {}

    private final ProblemType type;
    private final transient List<Fault> faults = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private String vietnamese;
    private String english;
    private Duration retryAfter;

    private Problem(ProblemType type) {
        super(type.urn(), null, false, false);
        this.type = type;
    }

    /** A problem of that type, without detail yet. */
    public static Problem of(ProblemType type) {
        return new Problem(type);
    }

    /** What happened this time and what to do next, in both languages. */
    public Problem detail(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
        return this;
    }

    /** Names a place in the body by JSON pointer (RFC 6901; {@code ""} is the whole body) and what is wrong there. */
    public Problem pointer(String pointer, String vietnamese, String english) {
        return fault("pointer", pointer, vietnamese, english);
    }

    /** Names a path or query parameter and what is wrong with it. */
    public Problem parameter(String name, String vietnamese, String english) {
        return fault("parameter", name, vietnamese, english);
    }

    /** Names a request header and what is wrong with it. */
    public Problem header(String name, String vietnamese, String english) {
        return fault("header", name, vietnamese, english);
    }

    /** Adds an extension member beside the standard ones, such as {@code reason} for a barred step. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Sends {@code Retry-After}, in whole seconds rounded up, at least one. 429 and 503 always carry one. */
    public Problem retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** Sends a header with the answer. */
    Problem answering(String header, String value) {
        headers.put(header, value);
        return this;
    }

    private Problem fault(String place, String where, String vietnamese, String english) {
        faults.add(new Fault(place, where, vietnamese, english));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, String> headers() {
        return headers;
    }

    String detail(Language language) {
        return language.pick(vietnamese, english);
    }

    /** Null where the caller need not wait. */
    Duration retryAfter() {
        if (retryAfter == null && (type.status() == 429 || type.status() == 503)) {
            return Duration.ofSeconds(5);
        }
        return retryAfter;
    }
}
