package vn.motcua.dossier.catalogue;

import java.time.Instant;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * An entry that is being prepared.
 *
 * @param revision from 1, rising with each change of the draft
 * @param writtenBy the token's subject of whoever changed it last
 */
record Draft(CatalogueEntry entry, long revision, String writtenBy, Instant writtenAt) {}
