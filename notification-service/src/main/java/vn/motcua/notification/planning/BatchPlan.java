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
import java.util.function.Predicate;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
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
    private final Set<UUID> recalled = new HashSet<>();
    private final Set<UUID> closed = new HashSet<>();
    private final Map<UUID, String> transferred = new LinkedHashMap<>();
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
            if (toSomebodyElse(event)) {
                changed.add(dossier);
            }
        }
        overtake(dossier, event);
        var occasion = event.fold(new DossierOccasions(names, attributes.time()));
        if (occasion.isEmpty()) {
            return;
        }
        if (!event.dossier().live()) {
            passedOver.merge(NOT_LIVE, 1, Integer::sum);
            return;
        }
        if (!planner.tells(event.dossier().legalProfile(), occasion.get())) {
            passedOver.merge(Reasons.SWITCHED_OFF, 1, Integer::sum);
            return;
        }
        var contact = known.get(dossier);
        if (contact != null && contact.erased()) {
            passedOver.merge(Reasons.ERASED, 1, Integer::sum);
        } else if (contact != null) {
            drafts.addAll(planner.plan(attributes, occasion.get(), contact, now));
        }
    }

    private static boolean toSomebodyElse(DossierEvent event) {
        return event instanceof RecipientChanged
                || event instanceof Corrected corrected
                        && (corrected.fields().contains(CorrectedField.OWNER)
                                || corrected.fields().contains(CorrectedField.AUTHORISED_PERSON));
    }

    /** What was to be told and is not true any more is not told; what happened before it is, unless the dossier itself is taken back. */
    private void overtake(UUID dossier, DossierEvent event) {
        if (event instanceof ResultRecalled) {
            recalled.add(dossier);
            supersede(dossier, draft -> draft.letter().wording().ofAResult());
        } else if (event instanceof Voided || event instanceof Merged) {
            closed.add(dossier);
            supersede(dossier, draft -> true);
        } else if (event instanceof Transferred) {
            transferred.put(dossier, event.dossier().agency().code());
        }
    }

    private void supersede(UUID dossier, Predicate<Draft> which) {
        drafts.replaceAll(draft -> draft.dossier().equals(dossier) && which.test(draft) ? draft.superseded() : draft);
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

    /** Dossiers whose result was recalled: what was written before of there being one is not to be sent. */
    Set<UUID> recalled() {
        return recalled;
    }

    /** Dossiers that were closed as never to have been there: nothing written for them before is to be sent. */
    Set<UUID> closed() {
        return closed;
    }

    /** Dossiers that another agency answers for now, by its code: it sees what was written before. */
    Map<UUID, String> transferred() {
        return transferred;
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
