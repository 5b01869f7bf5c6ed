package vn.motcua.dossier.subscriber;

import static io.restassured.RestAssured.given;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A consumer on a real database: polls go in by hand, effects and what waits are looked up, operators ask over HTTP. */
abstract class InboxScene {

    @Inject
    Inbox inbox;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    @Inject
    SubscriberConfig config;

    @Inject
    WaitingStore waiting;

    @AfterEach
    void mend() {
        ledger.broken().clear();
    }

    void receive(List<ConsumerRecord<String, byte[]>> poll) {
        receive(ledger, poll);
    }

    void receive(Subscription subscription, List<ConsumerRecord<String, byte[]>> poll) {
        inbox.receive(subscription, poll).await().atMost(Duration.ofSeconds(30));
    }

    List<Long> waiting(UUID subject) {
        return database.column(
                "select sequence from waiting_event where subject = '" + subject + "' order by sequence");
    }

    /** How far a counter of the ledger's stream has come. */
    double counted(String name) {
        return registry.counter(name, "stream", Ledger.NAME).count();
    }

    static RequestSpecification operator() {
        return as("operator");
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalInfrastructure.tokens().token(TokenRequest.of(role, "H03", 1)));
    }
}
