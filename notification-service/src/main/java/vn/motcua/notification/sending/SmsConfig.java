package vn.motcua.notification.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The account at the SMS gateway: {@code motcua.sms.…}. Public, because it is validated from outside. */
@ConfigMapping(prefix = "motcua.sms")
public interface SmsConfig {

    /** Base of the gateway's addresses. */
    String url();

    String apiKey();

    String secretKey();

    /** The registered sender, at most 11 plain characters. */
    String brandname();

    /** How long an answer is waited for. */
    @WithDefault("PT10S")
    Duration timeout();
}
