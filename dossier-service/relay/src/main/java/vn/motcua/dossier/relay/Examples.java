package vn.motcua.dossier.relay;

/** Bodies for the API's description. */
final class Examples {

    static final String PAGE = """
            {"items": [
              {"id": 4711, "subject": "01814237-0d00-7000-8000-000000000001", "sequence": 2,
               "eventId": "01814237-0d00-7000-8000-0000000000e2", "type": "vn.motcua.dossier.accepted.v1", "state": "PARKED",
               "reason": "TOO_LARGE", "tries": 1, "behind": 3, "parkedAt": "2022-06-08T02:00:00Z"}]}""";

    static final String RELEASED = """
            {"id": 4711, "subject": "01814237-0d00-7000-8000-000000000001", "sequence": 2,
             "eventId": "01814237-0d00-7000-8000-0000000000e2", "type": "vn.motcua.dossier.accepted.v1", "state": "RELEASED",
             "reason": "TOO_LARGE", "tries": 1, "behind": 0, "parkedAt": "2022-06-08T02:00:00Z",
             "resolvedAt": "2022-06-08T02:30:00Z", "resolvedBy": "operator-1"}""";

    static final String DISCARD = """
            {"reason": "The event row was lost in a restore and is in no backup"}""";

    static final String DISCARDED = """
            {"id": 4711, "subject": "01814237-0d00-7000-8000-000000000001", "sequence": 2, "state": "DISCARDED",
             "reason": "EVENT_MISSING", "tries": 1, "behind": 0, "parkedAt": "2022-06-08T02:00:00Z",
             "resolvedAt": "2022-06-08T02:30:00Z", "resolvedBy": "operator-1",
             "discardReason": "The event row was lost in a restore and is in no backup"}""";

    private Examples() {}
}
