package vn.motcua.dossier.imports;

import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;

/** Why a line was not taken, in the words of its answer. */
final class LineFaults {

    private static final Logger LOG = Logger.getLogger(LineFaults.class);

    private LineFaults() {}

    static ImportAnswer answer(int line, Throwable failure) {
        if (failure instanceof LineRefused refused) {
            return ImportAnswer.refused(line, refused.getMessage());
        }
        if (failure instanceof Problem problem) {
            return ImportAnswer.refused(line, problem.type().urn());
        }
        // Once per line, briefly: the database's message may quote what the line said.
        LOG.errorf(
                "a line could not be written: line=%d cause=%s",
                line, failure.getClass().getName());
        return ImportAnswer.refused(line, "urn:motcua:problem:internal");
    }
}
