package vn.motcua.bench;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import vn.motcua.local.tokens.LocalTokens;
import vn.motcua.local.tokens.TokenRequest;

/** Dossiers over HTTP, as a portal and its officers would: every step its own request with key and ETag. Spread over the agencies. */
final class HttpLives {

    /** Requests of a whole life: submission, acceptance, processing, assignment, completion, return. */
    static final int REQUESTS_PER_LIFE = 6;

    private record Place(String agency, String procedure) {}

    private static final Place[] PLACES = {
        new Place("H03.01", "1.900103"),
        new Place("H03.02", "1.900201"),
        new Place("H03.03", "1.900302"),
        new Place("H03.04", "1.900403"),
        new Place("H03.05", "1.900501"),
    };

    private final URI base;
    private final LocalTokens tokens;

    HttpLives(URI base, LocalTokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    double creationsPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, false));
    }

    double livesPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, true));
    }

    /** One connection with its own tokens. */
    final class Desk implements Load.Worker {
        private final Http http = new Http(base);
        private final boolean wholeLife;
        private final String citizen;
        private final String reception;
        private final String officer;
        private final String leader;
        private final String body;

        Desk(int number, boolean wholeLife) throws Exception {
            this.wholeLife = wholeLife;
            var place = PLACES[number % PLACES.length];
            citizen = tokens.token(TokenRequest.citizen("bench-" + number));
            reception = tokens.token(TokenRequest.of("reception", place.agency(), number));
            officer = tokens.token(TokenRequest.of("officer", place.agency(), number));
            leader = tokens.token(TokenRequest.of("leader", place.agency(), number));
            body = """
                    {"procedure":"%s","agency":"%s","channel":"ONLINE","returnMethod":"COUNTER","applicant":{"name":"Hoàng Văn Mẫu",\
                    "phone":"0912345678","email":"mau@example.vn","notifyBySms":true,"notifyByEmail":true}}""".formatted(place.procedure(), place.agency());
        }

        @Override
        public void once() throws Exception {
            var created = submit();
            if (wholeLife) {
                var path = "/v1/dossiers/" + created.text("id");
                var etag = created.etag();
                etag = http.post(path + "/acceptance", reception, key(), etag, "{}")
                        .etag();
                etag = http.post(path + "/processing", officer, key(), etag, "{}")
                        .etag();
                etag = http.post(path + "/assignment", leader, key(), etag, "{\"officer\":\"officer-1\"}")
                        .etag();
                etag = http.post(
                                path + "/completion",
                                leader,
                                key(),
                                etag,
                                "{\"outcome\":\"GRANTED\",\"resultReference\":\"KQ-1\"}")
                        .etag();
                http.post(path + "/return", reception, key(), etag, "{\"via\":\"COUNTER\",\"identityChecked\":true}");
            }
        }

        Http.Answer submit() throws Exception {
            return http.post("/v1/dossiers", citizen, key(), null, body);
        }

        @Override
        public void end() throws Exception {
            http.close();
        }
    }

    Desk desk(int number) throws Exception {
        return new Desk(number, false);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
