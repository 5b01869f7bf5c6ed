package vn.motcua.local.outside.mail;

import java.time.Instant;

/**
 * One message that reached the mail server, as it was judged.
 *
 * @param at by the real clock; {@code businessAt} by the business clock
 * @param requestId the header {@value #REQUEST_ID_HEADER}, by which the sender knows its message again
 * @param to the one recipient
 * @param text the plain text, decoded
 * @param repeat whether a message with this request id was accepted before: SMTP delivers it again all the same
 * @param error why it was refused; null when accepted
 */
public record MailEntry(
        Instant at,
        Instant businessAt,
        String requestId,
        String messageId,
        String from,
        String to,
        String subject,
        String text,
        boolean repeat,
        String error) {

    /** The header that carries the sender's own id of a message. */
    public static final String REQUEST_ID_HEADER = "X-Motcua-Request-Id";

    public boolean accepted() {
        return error == null;
    }
}
