package vn.motcua.notification.sending;

import io.vertx.ext.mail.SMTPException;
import vn.motcua.notification.notices.Answer;

/** Classifies what goes wrong between us and the mail server, once. Pure. */
final class MailFaults {

    /** How the client introduces refusals of this one message; 5xx elsewhere (greeting, login) is about us and can be mended. */
    private static final String[] OF_THIS_MESSAGE = {
        "sender address not accepted",
        "recipient address not accepted",
        "DATA command not accepted",
        "sending data failed"
    };

    private MailFaults() {}

    /**
     * A reply with a code is an answer: whatever its phase, the server did not take the message over. A connection that never came about took
     * nothing. Anything else, a silence or a connection lost, may have happened after the last byte.
     */
    static Answer toAnswer(Throwable fault) {
        if (fault instanceof SMTPException refused) {
            var why = "SMTP_" + refused.getReplyCode();
            return refused.isPermanent() && ofThisMessage(refused) ? new Answer.GivenUp(why) : new Answer.TryLater(why);
        }
        return Unreached.because(fault) ? new Answer.TryLater("NO_CONNECTION") : new Answer.InDoubt("NO_ANSWER");
    }

    private static boolean ofThisMessage(SMTPException refused) {
        var message = refused.getMessage() == null ? "" : refused.getMessage();
        for (var start : OF_THIS_MESSAGE) {
            if (message.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
