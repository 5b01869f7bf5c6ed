package vn.motcua.local.outside.sms;

import java.time.Instant;

/**
 * One request to the gateway, as it was judged.
 *
 * @param at by the real clock; {@code businessAt} by the business clock
 * @param phone as it was given
 * @param code the gateway's answer: 100 is accepted
 * @param smsId the gateway's number; of a repeat that of the accepted message; null when refused
 * @param error why not 100; null when accepted
 */
public record SmsRequest(
        Instant at,
        Instant businessAt,
        String requestId,
        String phone,
        String content,
        boolean unicode,
        int parts,
        String code,
        String smsId,
        String error) {

    static final String ACCEPTED = "100";
    static final String DUPLICATE = "124";

    public boolean accepted() {
        return ACCEPTED.equals(code);
    }

    /** Whether the same request id had been accepted before: the sender sent blindly. */
    public boolean repeat() {
        return DUPLICATE.equals(code);
    }
}
