package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * Events of a subject that have not come while later ones wait for them, as operators see it.
 *
 * @param first sequence of the first that is missing
 * @param last sequence of the last that is missing
 * @param behind how many events of the subject wait
 * @param since when the first event behind the gap came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gap(String stream, String source, UUID subject, long first, long last, int behind, Instant since) {}
