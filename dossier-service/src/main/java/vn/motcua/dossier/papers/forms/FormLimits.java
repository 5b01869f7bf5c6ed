package vn.motcua.dossier.papers.forms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The stated limits of making papers. */
@ConfigMapping(prefix = "motcua.forms")
public interface FormLimits {

    /** Papers that are laid out at a time: each wants a processor and some ten megabytes. */
    @WithDefault("2")
    int atOnce();

    /** Papers that may wait for their turn; one more is told to come later. */
    @WithDefault("32")
    int waiting();

    /** Bytes of one paper at most. */
    @WithDefault("8388608")
    int maxBytes();

    /** Lines of one register at most. */
    @WithDefault("2000")
    int maxRegisterLines();

    /** Days of one register at most. */
    @WithDefault("31")
    int maxRegisterDays();

    /** Registers that one agency may close on one day, at most: each is kept. */
    @WithDefault("20")
    int maxRegistersADay();
}
