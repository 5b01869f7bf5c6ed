package vn.motcua.dossier.relay;

/** Kafka cannot be published to now. */
final class KafkaAway extends Exception {

    KafkaAway(String message) {
        super(message);
    }

    KafkaAway(Throwable cause) {
        super(Brief.of(cause), cause);
    }
}
