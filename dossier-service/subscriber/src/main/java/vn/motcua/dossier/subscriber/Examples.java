package vn.motcua.dossier.subscriber;

/** Bodies for the API's description. */
final class Examples {

    private static final String EVENT = """
            "stream": "dossier-lifecycle", "source": "urn:motcua:H03:dossier-service",
             "subject": "01814237-0d00-7000-8000-000000000001",""";

    private static final String PARKED_EVENT = "{\"id\": 12, " + EVENT + """
             "sequence": 2, "eventId": "01814237-0d00-7000-8000-0000000000e2", "type": "vn.motcua.dossier.accepted.v1",
             "topic": "dossier.lifecycle.v1", "partition": 3, "offset": 4711,
             "reason": "SQLSTATE 23514 constraint effect_word_check table effect", "tries": 1,
             "parkedAt": "2022-06-08T02:00:00Z", "lastTriedAt": "2022-06-08T02:00:00Z",""";

    static final String PARKED = "{\"items\": [" + PARKED_EVENT + " \"state\": \"PARKED\", \"behind\": 3}]}";

    static final String RELEASED = PARKED_EVENT + """
             "state": "RELEASED", "behind": 0, "resolvedAt": "2022-06-08T02:30:00Z", "resolvedBy": "operator-1"}""";

    static final String DISCARD = """
            {"reason": "Sent by a system that is gone; agreed with the agency"}""";

    static final String DISCARDED = PARKED_EVENT + """
             "state": "DISCARDED", "behind": 0, "resolvedAt": "2022-06-08T02:30:00Z", "resolvedBy": "operator-1",
             "discardReason": "Sent by a system that is gone; agreed with the agency"}""";

    static final String WAITING = "{\"items\": [{" + EVENT + """
             "sequence": 7, "eventId": "01814237-0d00-7000-8000-0000000000e7", "type": "vn.motcua.dossier.completed.v1",
             "topic": "dossier.lifecycle.v1", "partition": 3, "offset": 4712, "storedAt": "2022-06-08T02:00:00Z",
             "applied": 4, "because": "GAP"}]}""";

    static final String UNDECODABLE = """
            {"items": [
              {"id": 3, "stream": "dossier-lifecycle", "topic": "dossier.lifecycle.v1", "partition": 0, "offset": 987654,
               "reason": "ce_specversion is not 1.0", "valueLength": 10000, "recordedAt": "2022-06-08T02:00:00Z"}]}""";

    private static final String RANGE = EVENT + " \"first\": 5, \"last\": 6,";

    static final String GAPS = "{\"items\": [{" + RANGE + " \"behind\": 1, \"since\": \"2022-06-08T02:00:00Z\"}]}";

    private static final String WHY = "\"reason\": \"Discarded at their source; nothing of them is left\"";

    static final String SKIP = "{" + RANGE + " " + WHY + "}";

    static final String SKIPPED = "{\"id\": 1, " + RANGE + " " + WHY
            + ", \"skippedBy\": \"operator-1\", \"skippedAt\": \"2022-06-08T02:30:00Z\"}";

    static final String SKIPPED_LIST = "{\"items\": [" + SKIPPED + "]}";

    private Examples() {}
}
