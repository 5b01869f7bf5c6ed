package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class VerifiedBeforeTest {

    /** As the OIDC extension's: says nothing of its priority. */
    private static final IdentityProvider<TokenAuthenticationRequest> SILENT = new IdentityProvider<>() {
        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            return Uni.createFrom().nullItem();
        }
    };

    /** Of two of the same priority chance decides at each start, and a remembered token would be verified at each request all the same. */
    @Test
    void isAskedBeforeAProviderThatSaysNothingOfItsPriority() {
        assertThat(new VerifiedBefore(null).priority()).isGreaterThan(SILENT.priority());
    }
}
