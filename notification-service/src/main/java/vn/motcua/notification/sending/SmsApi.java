package vn.motcua.notification.sending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The gateway's HTTP, in the shape of the national aggregators. */
@RegisterRestClient(configKey = "sms")
@Path("/sms/v1/messages")
public interface SmsApi {

    /** Sends. Answers are read as text: what a gateway in trouble sends may be anything. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> send(Message message);

    /** Asks what became of a request. */
    @GET
    Uni<RestResponse<String>> ask(
            @QueryParam("requestId") String requestId,
            @HeaderParam("ApiKey") String apiKey,
            @HeaderParam("SecretKey") String secretKey);

    /**
     * A message.
     *
     * @param smsType 2: customer care, no advertising. Source: Decree 91/2020
     * @param unicode 1 where the text needs UCS-2
     * @param requestId the gateway takes each over once
     */
    record Message(
            @JsonProperty("ApiKey") String apiKey,
            @JsonProperty("SecretKey") String secretKey,
            @JsonProperty("Phone") String phone,
            @JsonProperty("Content") String content,
            @JsonProperty("Brandname") String brandname,
            @JsonProperty("SmsType") String smsType,
            @JsonProperty("IsUnicode") String unicode,
            @JsonProperty("RequestId") String requestId) {

        /** Never the keys or the person: this may end up in a log. */
        @Override
        public String toString() {
            return "Message[" + requestId + "]";
        }
    }
}
