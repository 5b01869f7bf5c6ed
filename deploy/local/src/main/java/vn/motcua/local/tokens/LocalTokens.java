package vn.motcua.local.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs bearer tokens (RS256) that the services verify with {@link #publicKey()}. Tokens live on the real clock, never on the business clock. Safe for several threads. */
public final class LocalTokens {

    /** The issuer that the local services accept. */
    public static final String ISSUER = "urn:motcua:local";

    private final SigningKey key;

    private LocalTokens(SigningKey key) {
        this.key = key;
    }

    /** With a new key that is nowhere kept. */
    public static LocalTokens inMemory() {
        return new LocalTokens(SigningKey.generate());
    }

    /** With the key in the file, made at the first time and readable by its owner only: tokens outlive a restart. */
    public static LocalTokens keptIn(Path file) {
        return new LocalTokens(SigningKey.keptIn(file));
    }

    /** With a key written by {@link #privateKey()}. */
    public static LocalTokens of(String privateKey) {
        return new LocalTokens(SigningKey.of(privateKey));
    }

    /** Base64 of the DER form, as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        return key.publicBase64();
    }

    /** Base64 of the PKCS #8 form. */
    public String privateKey() {
        return key.privateBase64();
    }

    /** A token that the services accept. */
    public String token(TokenRequest request) {
        return signed(request, ISSUER, Instant.now(), key);
    }

    /** Rightly signed, but its time was over an hour ago. */
    public String expired(TokenRequest request) {
        Instant longAgo = Instant.now().minus(Duration.ofHours(1)).minus(request.validFor());
        return signed(request, ISSUER, longAgo, key);
    }

    /** Rightly signed, but in the name of somebody else. */
    public String ofIssuer(String issuer, TokenRequest request) {
        return signed(request, issuer, Instant.now(), key);
    }

    /** Says everything right, signed with a key that nobody knows. */
    public String signedByAnotherKey(TokenRequest request) {
        return signed(request, ISSUER, Instant.now(), SigningKey.generate());
    }

    /** {@code alg: none}: says everything right and is not signed at all. */
    public String unsigned(TokenRequest request) {
        return new PlainJWT(claims(request, ISSUER, Instant.now())).serialize();
    }

    private static String signed(TokenRequest request, String issuer, Instant from, SigningKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.id())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims(request, issuer, from));
        try {
            jwt.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(TokenRequest request, String issuer, Instant from) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(request.subject())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(from))
                .expirationTime(Date.from(from.plus(request.validFor())))
                .claim("groups", List.copyOf(request.roles()));
        optional(claims, "agency", request.agency());
        optional(claims, "citizen", request.citizen());
        optional(claims, "name", request.name());
        return claims.build();
    }

    private static void optional(JWTClaimsSet.Builder claims, String name, String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }
}
