package vn.motcua.notification.sending;

import java.util.UUID;
import vn.motcua.notification.notices.Channel;

/**
 * A notice that this instance has leased and must call a provider for.
 *
 * @param id under which providers know it, at every try
 * @param subject of an email; else null
 * @param attempt number of this call, from 1: only its holder writes the outcome
 * @param failures tries that failed for certain before
 */
record Outgoing(
        UUID id,
        Channel channel,
        String address,
        String subject,
        String text,
        String wording,
        int attempt,
        int failures) {

    /** Never the person: this may end up in a log. */
    @Override
    public String toString() {
        return "Outgoing[" + id + "#" + attempt + "]";
    }
}
