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

    /** Before all others: among providers of the same priority, and a provider that says nothing has 1001, each start asks another one first. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(memory.find(request.getToken().getToken()).orElse(null));
    }
}
