package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.edge.Http.anonymous;
import static vn.motcua.dossier.edge.Http.isProblem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class TokensIT {

    private static final List<String> RECEPTION = List.of("reception");

    @Inject
    TokenMemory memory;

    @Inject
    MeterRegistry registry;

    private static io.restassured.response.Response ask(String token) {
        return anonymous().header("Authorization", "Bearer " + token).get("/v1/whoami");
    }

    private static void isRefused(String token) {
        var answer = isProblem(ask(token), ProblemType.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.asString()).doesNotContain("expired at", "jose", "Exception");
    }

    @Test
    void aTokenOfOurProviderNamesTheCaller() {
        var answer = ask(Tokens.of("reception", "offline_access"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("subject")).isEqualTo("officer-1");
        assertThat(answer.jsonPath().getString("agency")).isEqualTo("H03.01");
        assertThat(answer.jsonPath().getString("name")).isEqualTo("Nguyễn Thị Hoa");
        assertThat(answer.jsonPath().getList("roles")).containsExactly("RECEPTION");
    }

    @Test
    void aTokenThatComesAgainIsNotVerifiedAgainAndNamesTheSameCaller() {
        var token = Tokens.of("reception");
        var first = ask(token).asString();
        var known = memory.find(token);
        assertThat(known).isPresent();
        assertThat(known.get().getAttributes())
                .as("nothing of the request is kept")
                .isEmpty();
        var before = answeredFromMemory();
        assertThat(ask(token).asString()).isEqualTo(first);
        assertThat(answeredFromMemory()).isEqualTo(before + 1);
    }

    private double answeredFromMemory() {
        return registry.get("cache.gets")
                .tags("cache", "tokens", "result", "hit")
                .functionCounter()
                .count();
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        var refused = Tokens.signed(Tokens.ours(), c -> c.subject(null).claim("groups", RECEPTION));
        isRefused(refused);
        isRefused(refused);
        assertThat(memory.find(refused)).isEmpty();
    }

    @Test
    void aRememberedTokenVouchesForNoOther() {
        var token = Tokens.of("reception");
        assertThat(ask(token).statusCode()).isEqualTo(200);
        var last = token.charAt(token.length() - 2);
        isRefused(token.substring(0, token.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 1));
        isRefused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/whoami", "/v1/forms", "/v1/forgotten", "/v1/open-but-asks"})
    void withoutATokenTheCallerIsAskedForOne(String path) {
        var answer = isProblem(anonymous().get(path), ProblemType.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        isRefused(Tokens.signed(Tokens.ours(), c -> c.issuer("urn:elsewhere").claim("groups", RECEPTION)));
        isRefused(Tokens.signed(Tokens.ours(), c -> c.issuer(null).claim("groups", RECEPTION)));
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        isRefused(Tokens.unsigned());
        var signed = Tokens.of("reception");
        isRefused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        var secret = Tokens.ours().toPublicKey().getEncoded();
        var token = new com.nimbusds.jwt.SignedJWT(
                new com.nimbusds.jose.JWSHeader(com.nimbusds.jose.JWSAlgorithm.HS256),
                com.nimbusds.jwt.SignedJWT.parse(Tokens.of("reception")).getJWTClaimsSet());
        token.sign(new com.nimbusds.jose.crypto.MACSigner(secret));
        isRefused(token.serialize());
    }

    @Test
    void anExpiredTokenIsRefused() {
        var past = Date.from(Instant.now().minusSeconds(60));
        isRefused(Tokens.signed(Tokens.ours(), c -> c.expirationTime(past).claim("groups", RECEPTION)));
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        isRefused(Tokens.signed(Tokens.ours(), c -> c.expirationTime(null).claim("groups", RECEPTION)));
    }

    @Test
    void aTokenThatIsNotYetValidIsRefused() {
        var later = Date.from(Instant.now().plusSeconds(120));
        isRefused(Tokens.signed(Tokens.ours(), c -> c.notBeforeTime(later).claim("groups", RECEPTION)));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        isRefused(Tokens.signed(Tokens.fresh(), c -> c.claim("groups", RECEPTION)));
    }

    @Test
    void aTokenWithoutSubjectIsRefused() {
        isRefused(Tokens.signed(Tokens.ours(), c -> c.subject(null).claim("groups", RECEPTION)));
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() {
        var parts = Tokens.of("citizen").split("\\.");
        var claims = new String(
                        java.util.Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
                .replace("citizen", "reception");
        var changed = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        isRefused(parts[0] + "." + changed + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.", "{}"})
    void garbageIsRefused(String token) {
        isRefused(token);
    }

    @Test
    void anotherSchemeIsNoToken() {
        isProblem(
                anonymous().header("Authorization", "Basic b2ZmaWNlcjpwYXNz").get("/v1/whoami"),
                ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aCallerWithoutTheRoleIsForbidden() {
        isProblem(ask(Tokens.of("citizen")), ProblemType.FORBIDDEN);
        isProblem(ask(Tokens.of()), ProblemType.FORBIDDEN);
        isProblem(ask(Tokens.of("RECEPTION")), ProblemType.FORBIDDEN);
    }

    @Test
    void anEndpointThatNamesNoRoleIsForbiddenToEverybody() {
        var everything = java.util.Arrays.stream(Role.values()).map(Role::claim).toArray(String[]::new);
        isProblem(
                anonymous()
                        .header("Authorization", "Bearer " + Tokens.of(everything))
                        .get("/v1/forgotten"),
                ProblemType.FORBIDDEN);
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
        isProblem(anonymous().header("Authorization", "Bearer garbage").get("/v1/kept"), ProblemType.UNAUTHENTICATED);
        assertThat(anonymous().get("/v1/kept").statusCode()).isEqualTo(200);
    }
}
