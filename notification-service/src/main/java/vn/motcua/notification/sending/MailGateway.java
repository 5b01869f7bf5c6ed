package vn.motcua.notification.sending;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Channel;

/**
 * Sends by email. SMTP delivers again whatever it is given again, and cannot be asked: a message in doubt waits for a person. The message id is
 * the notice's, at every try, so that mailboxes may recognise a repeat.
 */
@ApplicationScoped
class MailGateway implements Gateway {

    private static final String REQUEST_ID = "X-Motcua-Request-Id";

    private final ReactiveMailer mailer;
    private final MailConfig config;

    MailGateway(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Answer> send(Outgoing notice) {
        var messageId = "<" + notice.id() + "@" + config.messageIdDomain() + ">";
        var mail = Mail.withText(notice.address(), notice.subject(), notice.text())
                .addHeader("Message-ID", messageId)
                .addHeader(REQUEST_ID, notice.id().toString())
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail)
                .map(sent -> (Answer) new Answer.Accepted(messageId))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .recoverWithItem(MailFaults::toAnswer);
    }
}
