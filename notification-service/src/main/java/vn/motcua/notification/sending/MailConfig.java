package vn.motcua.notification.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Email: {@code motcua.mail.…}; the server and the sender's address are {@code quarkus.mailer.…}. Public, because it is validated from outside. */
@ConfigMapping(prefix = "motcua.mail")
public interface MailConfig {

    /** Right-hand side of message ids; a domain of the sender's. */
    @WithDefault("motcua.invalid")
    String messageIdDomain();

    /** How long the whole exchange with the server may take. */
    @WithDefault("PT30S")
    Duration timeout();
}
