package vn.motcua.dossier.events;

/**
 * A value of the restricted topic: the very event of the shared topic and whom it concerns.
 *
 * @param event same fact, same order as on the shared topic
 * @param recipient null where the fact obliges neither a message nor a parcel
 */
public record Restricted(DossierEvent event, Recipient recipient) {}
