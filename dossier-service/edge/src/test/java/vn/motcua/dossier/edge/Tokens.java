package vn.motcua.dossier.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Signs tokens as the provider would, and as others would. Real time on purpose: tokens never follow the business clock. */
public final class Tokens implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "urn:motcua:local";

    /** Kept as text where every class loader of this JVM finds it. */
    private static final String KEY = "motcua.test.signing-key";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(KEY) == null) {
            System.setProperty(KEY, fresh().toJSONString());
        }
        try {
            return Map.of(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(ours().toPublicKey().getEncoded()),
                    "quarkus.oidc.token.issuer",
                    ISSUER);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The key stays for the next start in this JVM.
    }

    static String of(String... roles) {
        return signed(ours(), claims -> claims.claim("groups", List.of(roles)));
    }

    static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> with) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims(with));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned() {
        return new PlainJWT(claims(claims -> claims.claim("groups", List.of("reception")))).serialize();
    }

    static RSAKey ours() {
        try {
            return RSAKey.parse(System.getProperty(KEY));
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> with) {
        var now = Instant.now();
        return with.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("officer-1")
                        .claim("agency", "H03.01")
                        .claim("name", "Nguyễn Thị Hoa")
                        .issueTime(Date.from(now.minusSeconds(5)))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10)))))
                .build();
    }
}
