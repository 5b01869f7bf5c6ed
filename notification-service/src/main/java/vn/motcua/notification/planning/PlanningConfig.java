package vn.motcua.notification.planning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import vn.motcua.notification.notices.Wording;

/** What is planned and what is not: {@code motcua.notices.…}. Public, because it is validated from outside. */
@ConfigMapping(prefix = "motcua.notices")
public interface PlanningConfig {

    /** Events recorded longer ago than this, by the wall clock, are not told without an operator's word. */
    @WithDefault("PT72H")
    Duration staleAfter();

    /** Messages that one SMS may be cut into; a longer text gives way to its short form. */
    @WithDefault("3")
    int mostSmsParts();

    /** Texts that this province does not send, such as {@code RESULT_RETURNED}; without effect where the rule set of a dossier demands them. */
    Optional<Set<Wording>> switchedOff();
}
