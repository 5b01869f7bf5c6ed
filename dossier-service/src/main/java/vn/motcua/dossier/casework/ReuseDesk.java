package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.casework.ReusableView.ReusableDocument;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;

/** What need not be asked for again. Reads only; fails with a {@link vn.motcua.dossier.edge.Problem}: not-found, forbidden. */
@ApplicationScoped
class ReuseDesk {

    private static final Set<Role> WHO_HAND_IN = EnumSet.of(Role.CITIZEN, Role.RECEPTION);

    private final CaseStore cases;
    private final EarlierPaperStore papers;
    private final Catalogue catalogue;
    private final Dates dates;

    ReuseDesk(CaseStore cases, EarlierPaperStore papers, Catalogue catalogue, Dates dates) {
        this.cases = cases;
        this.papers = papers;
        this.catalogue = catalogue;
        this.dates = dates;
    }

    /** What the filing would take, as far as the caller could file it now; nothing where the dossier takes no papers from them. */
    Uni<ReusableView> papers(UUID id, Party who, int most) {
        return cases.load(id, null).chain(found -> {
            var kept = found.filter(one -> Rights.maySee(who, one.dossier())).orElseThrow(Refusals::notFound);
            var actor = handingIn(who, kept.dossier());
            if (!kept.dossier()
                    .isOpenTo(
                            Step.DOCUMENT,
                            actor.role(),
                            dates.rules(kept.dossier().matter()))) {
                return Uni.createFrom().item(new ReusableView(List.of()));
            }
            var reuse = Reuse.into(kept, actor, who);
            return papers.ofOwner(reuse.citizen(), reuse.idNumber(), id)
                    .map(all -> new ReusableView(
                            once(all.stream().filter(reuse::allows).toList(), most)));
        });
    }

    private Actor handingIn(Party who, Dossier dossier) {
        return Rights.actors(who, Step.DOCUMENT, dossier, dates.rules(dossier.matter())).stream()
                .filter(actor -> WHO_HAND_IN.contains(actor.role()))
                .findFirst()
                .orElseThrow(Refusals::notYours);
    }

    /** What was used again before lies in several dossiers. */
    private List<ReusableDocument> once(List<EarlierPaper> all, int most) {
        var seen = new HashSet<String>();
        return all.stream()
                .filter(paper -> seen.add(paper.file().sha256()))
                .limit(most)
                .map(this::view)
                .toList();
    }

    private ReusableDocument view(EarlierPaper paper) {
        var dossier = paper.in();
        return new ReusableDocument(
                paper.id(),
                dossier.code(),
                paper.component(),
                catalogue
                        .procedure(
                                dossier.matter().procedure(), dossier.matter().procedureVersion())
                        .flatMap(known -> known.components().stream()
                                .filter(component -> component.code().equals(paper.component()))
                                .findFirst())
                        .map(Component::names)
                        .orElse(null),
                paper.kind(),
                paper.result(),
                paper.file().mediaType(),
                paper.file().bytes(),
                paper.filedAt(),
                "/v1/dossiers/" + dossier.id() + "/documents/" + paper.id());
    }
}
