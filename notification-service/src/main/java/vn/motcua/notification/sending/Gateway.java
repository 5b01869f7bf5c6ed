package vn.motcua.notification.sending;

import io.smallrye.mutiny.Uni;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Channel;

/** A provider that takes messages over. */
interface Gateway {

    Channel channel();

    /** Hands one message over, once. Bounded in time; faults are answers, not failures. */
    Uni<Answer> send(Outgoing notice);
}
