package vn.motcua.dossier.papers.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The check of signatures, with the issuers that the settings name; files are read in a process of its own. */
@ApplicationScoped
class SignatureChecks {

    @Produces
    @Singleton
    SignatureCheck check(SigningSettings settings, Clock clock) {
        return new SignatureCheck(
                new ReadingProcess(
                        settings.reading().heapMegabytes(), settings.reading().time()),
                TrustedIssuers.of(settings.trusted().orElse(List.of()), settings.checkRevocation()),
                clock);
    }
}
