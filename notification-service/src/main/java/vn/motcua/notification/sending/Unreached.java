package vn.motcua.notification.sending;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells whether a provider was never reached, so that nothing can have been taken over. */
final class Unreached {

    private static final int DEEPEST = 10;

    private Unreached() {}

    /**
     * Refused, unknown or unroutable host, no connection in time, no common encryption. Any other fault of TLS may come after the last byte: a
     * record that cannot be read, a stream cut off.
     */
    static boolean because(Throwable fault) {
        var cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
