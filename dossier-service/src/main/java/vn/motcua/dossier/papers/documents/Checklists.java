package vn.motcua.dossier.papers.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Upload;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.papers.documents.ChecklistView.Item;
import vn.motcua.dossier.papers.documents.DocumentStore.Filed;

/** Sets what a procedure asks for beside what a dossier has. Thread-safe. */
@ApplicationScoped
class Checklists {

    private final Catalogue catalogue;

    Checklists(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** As this caller sees it: without files that they may not open. */
    ChecklistView of(Dossier dossier, List<Filed> all, List<Paper> papers, Party who) {
        List<Filed> files = all.stream()
                .filter(file -> Rights.mayOpen(
                        who, dossier, file.document().id(), file.document().result()))
                .toList();
        List<Component> components = catalogue
                .procedure(dossier.matter().procedure(), dossier.matter().procedureVersion())
                .map(Procedure::components)
                .orElse(List.of());
        List<String> codes = components.stream().map(Component::code).toList();
        return new ChecklistView(
                components.stream()
                        .map(component -> item(component, dossier.id(), files, papers))
                        .toList(),
                views(
                        dossier.id(),
                        files,
                        file -> !file.document().result()
                                && !codes.contains(file.document().component())),
                views(dossier.id(), files, file -> file.document().result()));
    }

    private static Item item(Component component, UUID dossier, List<Filed> files, List<Paper> papers) {
        List<DocumentView> its = views(
                dossier, files, file -> component.code().equals(file.document().component()));
        Optional<Paper> paper = papers.stream()
                .filter(one -> component.code().equals(one.code()))
                .reduce((first, second) -> second);
        return new Item(
                component.code(),
                component.names().vi(),
                component.originals(),
                component.copies(),
                component.required(),
                component.upload() == null ? Upload.OPTIONAL : component.upload(),
                paper.map(Paper::originals).orElse(null),
                paper.map(Paper::copies).orElse(null),
                !component.required() || !its.isEmpty() || paper.isPresent(),
                its);
    }

    private static List<DocumentView> views(UUID dossier, List<Filed> files, Predicate<Filed> which) {
        return files.stream().filter(which).map(file -> view(dossier, file)).toList();
    }

    private static DocumentView view(UUID dossier, Filed file) {
        var document = file.document();
        return new DocumentView(
                document.id(),
                document.component(),
                document.kind(),
                document.result(),
                document.mediaType(),
                document.bytes(),
                document.sha256(),
                document.salt(),
                document.pages(),
                SignatureView.of(file.signature(), file.signers()),
                file.addedAt(),
                "/v1/dossiers/" + dossier + "/documents/" + document.id());
    }
}
