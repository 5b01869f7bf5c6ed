package vn.motcua.dossier.lifecycle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may do and see what: role × agency × assignment, decided here for steps, single dossiers, lists, search and history alike. Citizens
 * their own; reception, leaders, clerks and cashiers those of their agency and below; officers of these the ones that are theirs or nobody's.
 * Reception and cashiers of the one-stop shop that took a dossier in on behalf of another agency see it too, and carry between the applicant and that
 * agency; they do not process it.
 * Who has an open part of the work sees the dossier and acts on that part only. Who holds the receipt of an applicant without an account may rate, and
 * sees nothing. Operators, statistics and administrators never see content.
 */
public final class Rights {

    private static final Set<Role> READERS =
            EnumSet.of(Role.CITIZEN, Role.RECEPTION, Role.OFFICER, Role.LEADER, Role.CLERK, Role.CASHIER);

    private static final Set<Role> READERS_OF_APPLICANTS =
            EnumSet.of(Role.CITIZEN, Role.RECEPTION, Role.OFFICER, Role.LEADER);

    private static final Set<Role> STAFF_WHO_READ_DOCUMENTS =
            EnumSet.of(Role.RECEPTION, Role.OFFICER, Role.LEADER, Role.CLERK);

    private static final Set<Role> PART_HOLDERS = EnumSet.of(Role.RECEPTION, Role.OFFICER, Role.LEADER, Role.CLERK);

    /** What the one-stop shop that took it in passes on, in which role. */
    private static final Map<Role, Set<Step>> RELAYED = Map.of(
            Role.RECEPTION,
                    EnumSet.of(
                            // On to who processes it, the same day: art. 18 §3.
                            Step.PROCESSING,
                            Step.SUPPLEMENT_REQUEST,
                            Step.SUPPLEMENT,
                            Step.SUPPLEMENT_CONFIRMATION,
                            Step.DOCUMENT,
                            Step.RETURN),
            Role.CASHIER, EnumSet.of(Step.PAYMENT));

    private Rights() {}

    /** Whether they may see the dossier, its history and its papers' list. */
    public static boolean maySee(Party who, Dossier dossier) {
        return holdsAny(who, READERS, dossier);
    }

    /** Whether they may see who did what in it: who works on dossiers, not who only takes money. */
    public static boolean maySeeWork(Party who, Dossier dossier) {
        return holdsAny(who, STAFF_WHO_READ_DOCUMENTS, dossier);
    }

    /** Whether they may also see who the applicant is. */
    public static boolean maySeeApplicant(Party who, Dossier dossier) {
        return holdsAny(who, READERS_OF_APPLICANTS, dossier);
    }

    /**
     * Whether they may open the dossier's files. Who only takes money may not; a result is the applicant's when it is decided and paid, and not while
     * it is taken back.
     */
    public static boolean mayOpen(Party who, Dossier dossier, UUID document, boolean result) {
        return holdsAny(who, STAFF_WHO_READ_DOCUMENTS, dossier)
                || (holds(who, Role.CITIZEN, dossier) && (!result || isGiven(dossier, document)));
    }

    /** Whether they may look into who read its papers: who leads the agency that answers for it, or one above. */
    public static boolean mayInspect(Party who, Dossier dossier) {
        return holds(who, Role.LEADER, dossier);
    }

    /** Whether this file is a result that the applicant got: decided, paid, and not taken back. */
    public static boolean isGiven(Dossier dossier, UUID document) {
        return dossier.timeline().completedAt() != null
                && dossier.course().owed().outstanding() == 0
                && dossier.course().resultFiles().contains(document);
    }

    /**
     * In which role they may ask for the step: one in which it can be taken now, else one in which it can be taken at all. Empty if it is
     * never theirs to take on this dossier.
     */
    public static Optional<Actor> actor(Party who, Step step, Dossier dossier, LegalRules rules) {
        Optional<Actor> ever = Optional.empty();
        for (var role : Role.values()) {
            if (Transition.isEverTaken(step, role) && holds(who, role, dossier, step)) {
                if (dossier.isOpenTo(step, role, rules)) {
                    return Optional.of(actor(who, role));
                }
                ever = ever.or(() -> Optional.of(actor(who, role)));
            }
        }
        return ever;
    }

    /** Whether leaders ever take the step. */
    public static boolean isEverALeaders(Step step) {
        return Transition.isEverTaken(step, Role.LEADER);
    }

    /**
     * {@link #actor} and after it the other roles of theirs in which the step can be taken now: of somebody with several, the workflow may have the one
     * that is not the first.
     */
    public static List<Actor> actors(Party who, Step step, Dossier dossier, LegalRules rules) {
        var all = new ArrayList<Actor>();
        actor(who, step, dossier, rules).ifPresent(all::add);
        for (var role : Role.values()) {
            if (!all.isEmpty()
                    && all.stream().noneMatch(actor -> actor.role() == role)
                    && holds(who, role, dossier, step)
                    && (dossier.isOpenTo(step, role, rules) || mayBeGivenInOneStep(step, role, dossier))) {
                all.add(actor(who, role));
            }
        }
        return all;
    }

    /** Whether a workflow of a single step would let the role give the result where the dossier was accepted: only that workflow tells. */
    private static boolean mayBeGivenInOneStep(Step step, Role role, Dossier dossier) {
        return step == Step.COMPLETION && dossier.status() == DossierStatus.ACCEPTED && Transition.T26.takenBy(role);
    }

    /**
     * In which role they may bring a new dossier to an agency; empty if they may not.
     *
     * @param oneStop code of the agency at whose one-stop shop it is brought; the agency itself where that is its own
     */
    public static Optional<Actor> opener(
            Party who, Channel channel, String agency, String oneStop, Receptions receptions) {
        if (channel == Channel.ONLINE) {
            return who.roles().contains(Role.CITIZEN) && who.citizen() != null
                    ? Optional.of(actor(who, Role.CITIZEN))
                    : Optional.empty();
        }
        return who.roles().contains(Role.RECEPTION) && who.covers(oneStop) && receptions.allow(oneStop, agency)
                ? Optional.of(actor(who, Role.RECEPTION))
                : Optional.empty();
    }

    /**
     * At which agency's one-stop shop they take in a dossier for an agency: at the one that they name, else at the agency's own if that is theirs,
     * else at theirs. Says nothing about whether they may.
     *
     * @param named null if they name none
     */
    public static String oneStop(Party who, String agency, String named) {
        return named != null ? named : who.agency() == null || who.covers(agency) ? agency : who.agency();
    }

    /** Whether they may list what an agency's one-stop shop took in on behalf of others. */
    public static boolean mayListReceived(Party who, String oneStop) {
        return who.roles().contains(Role.RECEPTION) && who.covers(oneStop);
    }

    /** Whether they may take numbers out of an agency's day, and see what became of each. */
    public static boolean mayNumber(Party who, String agency) {
        return (who.roles().contains(Role.RECEPTION) || who.roles().contains(Role.LEADER)) && who.covers(agency);
    }

    /** Whether they may propose to the one-stop shop or the leader what is theirs to decide: the officer who has it. */
    public static boolean mayPropose(Party who, Dossier dossier) {
        return holds(who, Role.OFFICER, dossier);
    }

    /** Whether they decide such proposals: which papers are asked for is the one-stop shop's too. */
    public static boolean mayDecide(Party who, Dossier dossier, Step proposed) {
        var matter = dossier.matter();
        return mayDecide(who, matter.agency(), matter.receivingOneStop(), proposed);
    }

    /**
     * The same where only the agencies are known.
     *
     * @param receivingOneStop null where the agency took it in itself
     */
    public static boolean mayDecide(Party who, String agency, String receivingOneStop, Step proposed) {
        return maySettle(who, agency)
                || (proposed == Step.SUPPLEMENT_REQUEST
                        && who.roles().contains(Role.RECEPTION)
                        && (who.covers(agency) || (receivingOneStop != null && who.covers(receivingOneStop))));
    }

    /** Whether they decide what only a leader of the agency decides. */
    public static boolean maySettle(Party who, String agency) {
        return who.roles().contains(Role.LEADER) && who.covers(agency);
    }

    /** Whether they keep an agency's closed dossiers: its clerks, who are its records officers, and its leaders. */
    public static boolean mayKeep(Party who, String agency) {
        return (who.roles().contains(Role.CLERK) || who.roles().contains(Role.LEADER)) && who.covers(agency);
    }

    /** Whether they may hold an agency's dossiers back from destruction, and approve that others are destroyed. */
    public static boolean mayHold(Party who, String agency) {
        return who.roles().contains(Role.LEADER) && who.covers(agency);
    }

    /** The steps that they may take now, in the order of {@link Step}. */
    public static List<Step> nextSteps(Party who, Dossier dossier, LegalRules rules) {
        var open = new ArrayList<Step>();
        for (var step : Step.values()) {
            if (!step.isOfTheClock()
                    && actor(who, step, dossier, rules)
                            .filter(actor -> dossier.isOpenTo(step, actor.role(), rules))
                            .isPresent()
                    && (step != Step.LEG_RECEIPT || awaitsReceipt(who, dossier))) {
                open.add(step);
            }
        }
        return List.copyOf(open);
    }

    /** The same where the procedure's workflow is known: of a single step the result can be given at once. */
    public static List<Step> nextSteps(Party who, Dossier dossier, LegalRules rules, Workflow workflow) {
        var open = nextSteps(who, dossier, rules);
        return dossier.isGivenInOneStep(workflow)
                        && !open.contains(Step.COMPLETION)
                        && actor(who, Step.COMPLETION, dossier, rules)
                                .filter(actor -> Transition.T26.takenBy(actor.role()))
                                .filter(actor -> actor.role() == Role.LEADER || !dossier.owesBeforeItIsSent())
                                .isPresent()
                ? Stream.concat(open.stream(), Stream.of(Step.COMPLETION))
                        .sorted()
                        .toList()
                : open;
    }

    /** Which dossiers may appear in their lists. */
    public static Reach reach(Party who) {
        var wholeAgency = who.roles().contains(Role.RECEPTION)
                || who.roles().contains(Role.LEADER)
                || who.roles().contains(Role.CLERK);
        var officer = who.roles().contains(Role.OFFICER);
        return new Reach(
                wholeAgency || officer ? who.agency() : null,
                wholeAgency || !officer ? null : who.account(),
                who.roles().contains(Role.CITIZEN) ? who.citizen() : null);
    }

    private static boolean holdsAny(Party who, Set<Role> roles, Dossier dossier) {
        return roles.stream()
                .anyMatch(role ->
                        holds(who, role, dossier) || holdsPart(who, role, dossier) || hasTakenIn(who, role, dossier));
    }

    private static boolean holds(Party who, Role role, Dossier dossier, Step step) {
        return step.isOfAPart()
                ? holdsPart(who, role, dossier)
                : holds(who, role, dossier)
                        || relays(who, role, dossier, step)
                        || (step == Step.RATING && holdsReceipt(who, role, dossier));
    }

    /** Whether they stand for an applicant who has no account. Who has one acts with it. */
    private static boolean holdsReceipt(Party who, Role role, Dossier dossier) {
        return role == Role.CITIZEN
                && dossier.id().equals(who.receiptOf())
                && dossier.matter().citizen() == null;
    }

    private static boolean relays(Party who, Role role, Dossier dossier, Step step) {
        return RELAYED.getOrDefault(role, Set.of()).contains(step) && hasTakenIn(who, role, dossier);
    }

    /** Whether the counter where they work took it in on behalf of the agency that answers for it. */
    private static boolean hasTakenIn(Party who, Role role, Dossier dossier) {
        var oneStop = dossier.matter().receivingOneStop();
        return RELAYED.containsKey(role) && who.roles().contains(role) && oneStop != null && who.covers(oneStop);
    }

    /** Whether their agency has a part of the work that is not finished. */
    private static boolean holdsPart(Party who, Role role, Dossier dossier) {
        return PART_HOLDERS.contains(role)
                && who.roles().contains(role)
                && dossier.course().holders().stream().anyMatch(who::covers);
    }

    /** Whether their agency has a part that it has not acknowledged. */
    private static boolean awaitsReceipt(Party who, Dossier dossier) {
        return dossier.course().legs().stream()
                .anyMatch(leg -> leg.isOpen() && leg.receivedAt() == null && who.covers(leg.agency()));
    }

    /** Whether they have this role towards this dossier. Exhaustive: a new role says towards which. */
    private static boolean holds(Party who, Role role, Dossier dossier) {
        if (!who.roles().contains(role)) {
            return false;
        }
        return switch (role) {
            case CITIZEN ->
                who.citizen() != null && who.citizen().equals(dossier.matter().citizen());
            case RECEPTION, LEADER, CLERK, CASHIER ->
                who.covers(dossier.matter().agency());
            case OFFICER ->
                who.covers(dossier.matter().agency())
                        && (dossier.officer() == null || dossier.officer().equals(who.account()));
            // Another part of the system; one that was given an agency keeps to it.
            case POSTAL, SYSTEM ->
                who.agency() == null || who.covers(dossier.matter().agency());
        };
    }

    private static Actor actor(Party who, Role role) {
        return switch (role) {
            case CITIZEN, SYSTEM, POSTAL -> new Actor(role, null);
            case RECEPTION, OFFICER, LEADER, CLERK, CASHIER -> new Actor(role, who.agency());
        };
    }
}
