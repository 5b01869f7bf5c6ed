package vn.motcua.dossier.edge;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a token be remembered once it has passed every check. Keeps principal and roles only: attributes hold on to the request. */
@Singleton
class VerifiedNow implements SecurityIdentityAugmentor {

    private final TokenMemory memory;

    VerifiedNow(TokenMemory memory) {
        this.memory = memory;
    }

    /** After all others, which may still refuse. */
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var credential = identity.getCredential(TokenCredential.class);
        if (credential != null && identity.getPrincipal() instanceof JsonWebToken token) {
            var kept = QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addRoles(identity.getRoles())
                    .build();
            memory.remember(credential.getToken(), kept, Instant.ofEpochSecond(token.getExpirationTime()));
        }
        return Uni.createFrom().item(identity);
    }
}
