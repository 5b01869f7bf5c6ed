package vn.motcua.dossier.papers.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long it is known who read what. */
@ConfigMapping(prefix = "motcua.access-log")
public interface AccessLogSettings {

    /** Not below 12. Source: Decree 53/2022/NĐ-CP, logs of systems at least 12 months (article to be confirmed: LEGAL.md, G25). */
    @WithDefault("24")
    int keptMonths();

    /** How often what is older is looked for; {@code off}: never, by this instance. */
    @WithDefault("1h")
    String sweepEvery();
}
