package vn.motcua.dossier.edge;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The trace that the current request belongs to (W3C Trace Context); a caller's {@code traceparent} is continued. */
public final class Trace {

    private Trace() {}

    /** The {@code traceparent} to write beside an event or to send on; null outside a trace. */
    public static String current() {
        var span = context();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The trace id alone, 32 hex digits, as in problems and logs; null outside a trace. */
    public static String id() {
        var span = context();
        return span.isValid() ? span.getTraceId() : null;
    }

    private static SpanContext context() {
        return Span.current().getSpanContext();
    }
}
