package vn.motcua.dossier.casework;

import java.util.UUID;
import vn.motcua.dossier.lifecycle.Document;

/**
 * A file on its way into a dossier.
 *
 * @param upload that it was sent as; null for one that is taken over
 * @param source the document of an earlier dossier that it is taken over from; null for one that was sent
 * @param account who sent it: nobody else's upload is used
 */
public record Filing(Document document, UUID upload, UUID source, String account) {}
