package vn.motcua.dossier.events;

/** A record that is not an event at all: no or broken attributes, or data that is not JSON. The message never quotes the data. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String why) {
        super(why);
    }
}
