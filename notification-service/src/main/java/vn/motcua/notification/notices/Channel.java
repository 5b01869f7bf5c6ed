package vn.motcua.notification.notices;

/** The ways in which a notice reaches a citizen. */
public enum Channel {
    SMS,
    EMAIL
}
