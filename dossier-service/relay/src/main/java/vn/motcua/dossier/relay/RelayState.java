package vn.motcua.dossier.relay;

import org.jboss.logging.Logger;

/** What the relay is doing, logged when it changes and not at every attempt. For the relay's thread only. */
final class RelayState {

    enum Is {
        STARTING,
        RELAYING,
        /** All shards are with other instances. */
        STANDBY,
        KAFKA_AWAY,
        DATABASE_AWAY,
        FAULT,
        STOPPED
    }

    private static final Logger LOG = Logger.getLogger(EventRelay.class);

    private Is now = Is.STARTING;

    void become(Is next) {
        if (now != next) {
            LOG.infof("relay state=%s was=%s", next, now);
            now = next;
        }
    }

    void become(Is next, Throwable why) {
        if (now != next) {
            LOG.warnf("relay state=%s was=%s reason=\"%s\"; events wait in the database", next, now, Brief.of(why));
            now = next;
        }
    }
}
