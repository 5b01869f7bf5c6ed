package vn.motcua.notification.notices;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The name of a notice, under which providers know it too: derived, so that even a service that lost its memory would not send under another one. */
public final class NoticeId {

    private NoticeId() {}

    /** The same event and channel always give the same id. */
    public static UUID of(UUID event, Channel channel) {
        return UUID.nameUUIDFromBytes(("motcua-notice|" + event + "|" + channel).getBytes(StandardCharsets.UTF_8));
    }
}
