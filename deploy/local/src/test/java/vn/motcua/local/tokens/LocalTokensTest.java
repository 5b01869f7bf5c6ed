package vn.motcua.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {

    private static final LocalTokens TOKENS = LocalTokens.inMemory();
    private static final TokenRequest OFFICER = TokenRequest.of("officer", "H03.01", 2);

    @Test
    void aTokenSaysWhoItIsAndIsSignedWithThePublishedKey() throws Exception {
        SignedJWT jwt = SignedJWT.parse(TOKENS.token(OFFICER.named("Nguyễn Văn An")));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();

        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(verifies(jwt)).isTrue();
        assertThat(claims.getIssuer()).isEqualTo("urn:motcua:local");
        assertThat(claims.getSubject()).isEqualTo("officer-2");
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("officer"));
        assertThat(claims.getStringClaim("agency")).isEqualTo("H03.01");
        assertThat(claims.getStringClaim("name")).isEqualTo("Nguyễn Văn An");
        assertThat(claims.getClaim("citizen")).isNull();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void aCitizenHasAnOpaqueIdAndNoAgency() throws Exception {
        JWTClaimsSet claims =
                SignedJWT.parse(TOKENS.token(TokenRequest.citizen("7"))).getJWTClaimsSet();

        assertThat(claims.getStringClaim("citizen")).isEqualTo("7");
        assertThat(claims.getClaim("agency")).isNull();
    }

    @Test
    void badTokensDifferFromGoodOnesInOneThingOnly() throws Exception {
        SignedJWT expired = SignedJWT.parse(TOKENS.expired(OFFICER));
        assertThat(verifies(expired)).isTrue();
        assertThat(expired.getJWTClaimsSet().getExpirationTime()).isBefore(Date.from(Instant.now()));

        SignedJWT foreign = SignedJWT.parse(TOKENS.ofIssuer("https://elsewhere.invalid", OFFICER));
        assertThat(verifies(foreign)).isTrue();
        assertThat(foreign.getJWTClaimsSet().getIssuer()).isEqualTo("https://elsewhere.invalid");

        SignedJWT forged = SignedJWT.parse(TOKENS.signedByAnotherKey(OFFICER));
        assertThat(verifies(forged)).isFalse();
        assertThat(forged.getJWTClaimsSet().getIssuer()).isEqualTo("urn:motcua:local");

        assertThat(JWTParser.parse(TOKENS.unsigned(OFFICER))).isInstanceOf(PlainJWT.class);
    }

    @Test
    void theKeyOutlivesARestartAndIsItsOwnersAlone(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("token.key");
        String first = LocalTokens.keptIn(file).publicKey();

        assertThat(LocalTokens.keptIn(file).publicKey()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static boolean verifies(SignedJWT jwt) throws Exception {
        byte[] der = Base64.getDecoder().decode(TOKENS.publicKey());
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        return jwt.verify(new RSASSAVerifier(key));
    }
}
