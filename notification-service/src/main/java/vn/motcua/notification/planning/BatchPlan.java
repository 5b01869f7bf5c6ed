package vn.motcua.notification.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.notification.contacts.Contact;
import vn.motcua.notification.notices.Reasons;

/** What a poll of dossier facts comes to, worked out in order and in memory, to be written in a few statements. Used once, by one thread. */
final class BatchPlan {

    /** Not live: imported, mirrored or corrected. */
    static final String NOT_LIVE = "NOT_LIVE";

    private final Planner planner;
    private final Names names;
    private final Instant now;
    private final Map<UUID, Contact> known;
    private final Map<UUID, Contact> kept = new LinkedHashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Map<String, Integer> passedOver = new HashMap<>();
    private List<Draft> drafts = new ArrayList<>();

    BatchPlan(Planner planner, Names names, Instant now, Map<UUID, Contact> known) {
        this.planner = planner;
        this.names = names;
        this.now = now;
        this.known = new HashMap<>(known);
    }

    /** Takes the next fact; each dossier's come in order. */
    void add(EventAttributes attributes, Restricted restricted) {
        var event = restricted.event();
        var dossier = attributes.subjectId();
        if (event.dossier() == null) {
            return;
        }
        if (event instanceof RecipientErased) {
            keep(Contact.erased(dossier, event.dossier()));
            erased.add(dossier);
            drafts = new ArrayList<>(drafts.stream()
                    .filter(draft -> !draft.dossier().equals(dossier))
                    .toList());
            return;
        }
        if (restricted.recipient() != null) {
            keep(Contact.of(dossier, event.dossier(), restricted.recipient()));
            if (event instanceof RecipientChanged) {
                changed.add(dossier);
            }
        }
        var occasion = event.fold(new DossierOccasions(names, attributes.time()));
        if (occasion.isEmpty()) {
            return;
        }
        if (!event.dossier().live()) {
            passedOver.merge(NOT_LIVE, 1, Integer::sum);
            return;
        }
        var contact = known.get(dossier);
        if (contact != null && contact.erased()) {
            passedOver.merge(Reasons.ERASED, 1, Integer::sum);
        } else if (contact != null) {
            drafts.addAll(planner.plan(attributes, occasion.get(), contact, now));
        }
    }

    private void keep(Contact contact) {
        known.put(contact.dossier(), contact);
        kept.put(contact.dossier(), contact);
    }

    /** Contacts as they stand after the last fact. */
    List<Contact> contacts() {
        return List.copyOf(kept.values());
    }

    /** Dossiers whose person was erased: what was written for them before loses its address and text. */
    Set<UUID> erased() {
        return erased;
    }

    /** Contacts that took the place of others. */
    List<Contact> changed() {
        return changed.stream().map(known::get).toList();
    }

    /** Notices to write, in order. */
    List<Draft> drafts() {
        return drafts;
    }

    /** Events that tell nobody, by reason. */
    Map<String, Integer> passedOver() {
        return passedOver;
    }
}
