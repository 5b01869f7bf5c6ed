package vn.motcua.local.outside.sms;

import java.time.Instant;
import java.util.List;

/**
 * What the gateway has seen.
 *
 * @param accepted messages that went to a phone
 * @param repeats requests for a message that had been accepted already: each of them is a double sending that only the gateway's care kept from the citizen
 * @param refused requests that were not accepted
 */
public record SmsView(int accepted, int repeats, int refused, List<Message> messages, List<SmsRequest> refusals) {

    /**
     * A message that went to a phone.
     *
     * @param to the number in international form
     * @param repeats further requests with its request id
     * @param sameTextBefore earlier messages with the same text to the same phone under other request ids
     */
    public record Message(
            String smsId,
            String requestId,
            String to,
            String content,
            boolean unicode,
            int parts,
            Instant at,
            Instant businessAt,
            int repeats,
            int sameTextBefore) {}
}
