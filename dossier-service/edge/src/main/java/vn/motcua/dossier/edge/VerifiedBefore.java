package vn.motcua.dossier.edge;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Answers for a token that was verified a moment ago; for any other it says nothing, and the OIDC extension verifies it. */
@Singleton
class VerifiedBefore implements IdentityProvider<TokenAuthenticationRequest> {

    private final TokenMemory memory;

    VerifiedBefore(TokenMemory memory) {
        this.memory = memory;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(memory.find(request.getToken().getToken()).orElse(null));
    }
}
