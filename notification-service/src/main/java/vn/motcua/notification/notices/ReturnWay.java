package vn.motcua.notification.notices;

/** How a result goes home. */
public enum ReturnWay {
    COUNTER,
    POST,
    ELECTRONIC,
    OTHER
}
