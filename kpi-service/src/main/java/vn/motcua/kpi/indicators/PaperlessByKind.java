package vn.motcua.kpi.indicators;

import java.util.Map;

/**
 * {@link Paperless} as the targets look at it.
 *
 * @param all of every dossier
 * @param owing of those for which there was something to pay
 * @param byLevel of those whose agency's level is known
 */
public record PaperlessByKind(Paperless all, Paperless owing, Map<Level, Paperless> byLevel) {

    public PaperlessByKind {
        byLevel = Map.copyOf(byLevel);
    }

    Paperless of(Level level) {
        return byLevel.getOrDefault(level, Paperless.NONE);
    }
}
