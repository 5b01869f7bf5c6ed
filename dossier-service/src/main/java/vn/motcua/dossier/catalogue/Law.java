package vn.motcua.dossier.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.LegalRules;

/**
 * The law that holds here: the legal profiles of this build, or of the province's own file in the same form, {@code motcua.legal-profiles}. Read at
 * start; a file with a fault stops the start. Thread-safe.
 */
@ApplicationScoped
public class Law {

    private static final Logger LOG = Logger.getLogger(Law.class);

    private final LegalProfiles profiles;

    Law(@ConfigProperty(name = "motcua.legal-profiles") Optional<String> file) {
        profiles = file.map(Path::of).map(LegalProfiles::read).orElseGet(LegalProfiles::shipped);
    }

    @Startup
    void atStart() {
        LOG.infof("legal profiles=%d", profiles.profiles().size());
    }

    /** The rules in force on a day in Vietnam; days before the first profile fall under it. */
    public LegalRules on(LocalDate day) {
        return profiles.on(day);
    }

    /** The profile in force on that day. */
    public LegalProfile profileOn(LocalDate day) {
        return LegalProfile.of(profiles.on(day).profile());
    }

    /** What a dossier's profile lays down. @throws NoSuchElementException where the file has no such profile */
    public LegalRules of(LegalProfile profile) {
        return profiles.of(profile.year());
    }

    LegalProfiles profiles() {
        return profiles;
    }
}
