package vn.motcua.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.SmsText;

/** Sends by SMS. The notice's id is the request id, under which the gateway takes a message over once and can be asked about it. */
@ApplicationScoped
class SmsGateway implements Gateway {

    private static final String CUSTOMER_CARE = "2";

    private final SmsApi api;
    private final SmsConfig config;

    SmsGateway(@RestClient SmsApi api, SmsConfig config) {
        this.api = api;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Uni<Answer> send(Outgoing notice) {
        var text = SmsText.of(notice.text());
        var message = new SmsApi.Message(
                config.apiKey(),
                config.secretKey(),
                notice.address(),
                text.content(),
                config.brandname(),
                CUSTOMER_CARE,
                text.unicode() ? "1" : "0",
                notice.id().toString());
        return api.send(message)
                .map(response -> SmsAnswers.toSending(
                        response.getStatus(), response.getEntity(), response.getHeaderString(HttpHeaders.RETRY_AFTER)))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(WebApplicationException.class)
                .recoverWithItem(fault -> status(fault, code -> SmsAnswers.toSending(code, null, null)))
                .onFailure()
                .recoverWithItem(fault -> Unreached.because(fault)
                        ? new Answer.TryLater("NO_CONNECTION")
                        : new Answer.InDoubt("NO_ANSWER"));
    }

    /** What became of a message: accepted, certainly unknown (try later), refused, or still in doubt. */
    Uni<Answer> ask(UUID id) {
        return api.ask(id.toString(), config.apiKey(), config.secretKey())
                .map(response -> SmsAnswers.toAsking(response.getStatus(), response.getEntity()))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(WebApplicationException.class)
                .recoverWithItem(fault -> status(fault, code -> SmsAnswers.toAsking(code, null)))
                .onFailure()
                .recoverWithItem(new Answer.InDoubt("NO_ANSWER"));
    }

    private static Answer status(Throwable fault, Function<Integer, Answer> classified) {
        return classified.apply(((WebApplicationException) fault).getResponse().getStatus());
    }
}
