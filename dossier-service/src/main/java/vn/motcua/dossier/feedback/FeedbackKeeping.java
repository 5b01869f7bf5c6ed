package vn.motcua.dossier.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long it is kept what people wrote. */
@ConfigMapping(prefix = "motcua.feedback")
public interface FeedbackKeeping {

    /** Whole years after the one in which it was closed. Source: from memory, to be confirmed: LEGAL.md, G26. */
    @WithDefault("15")
    int keptYears();

    /** How often what is older is looked for; {@code off}: never, by this instance. */
    @WithDefault("1h")
    String eraseEvery();
}
