package vn.motcua.dossier.catalogue;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/**
 * Many drafts at once, for administrators. 200 with a line for each entry; 400 for a body that is no list and no table; 413; 415; 422 when all should
 * have been published and one of them is a fault: then nothing was kept. A repeated import is harmless, so that it needs no key.
 */
@Path("/v1/catalogue/import")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue administration")
public class CatalogueImportResource {

    private final CatalogueImportDesk desk;
    private final CurrentRequest request;
    private final CatalogueLimits limits;

    CatalogueImportResource(CatalogueImportDesk desk, CurrentRequest request, CatalogueLimits limits) {
        this.desk = desk;
        this.request = request;
        this.limits = limits;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importCatalogueJson",
            summary = "Draft many entries, and publish them if asked",
            description = "A JSON list or an export; at most 10,000 entries and 16 MiB. With publish=true all or none.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one entry", value = EXAMPLE)))
    public CatalogueImport json(@QueryParam("publish") @DefaultValue("false") boolean publish, InputStream body)
            throws IOException, SQLException {
        String by = request.caller().subject();
        return desk.take(
                ImportedLines.json(new Bounded(body, limits.maxImportBytes()), limits.maxImportEntries()), publish, by);
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @Operation(
            operationId = "importCatalogueCsv",
            summary = "Draft many entries from a table",
            description = "The columns of the export, in any order; UTF-8; commas or semicolons.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "one reason", value = CSV_EXAMPLE)))
    public CatalogueImport csv(
            @Parameter(example = "reasons") @QueryParam("kind") String kind,
            @QueryParam("publish") @DefaultValue("false") boolean publish,
            InputStream body)
            throws IOException, SQLException {
        String by = request.caller().subject();
        CatalogueKind asked = ExportResource.kind(kind);
        return desk.take(
                ImportedLines.csv(asked, new Bounded(body, limits.maxImportBytes()), limits.maxImportEntries()),
                publish,
                by);
    }

    /** Ends an import that is too large while it is still coming. */
    private static final class Bounded extends FilterInputStream {

        private final int most;
        private long left;

        Bounded(InputStream body, int most) {
            super(body);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.of(ProblemType.TOO_LARGE)
                        .detail("Tối đa " + most + " byte mỗi lần nhập.", "An import has at most " + most + " bytes.");
            }
        }
    }

    static final String EXAMPLE = """
            {"items": [{"kind": "REASON", "code": "FIRE", "version": 1, "purpose": "REFUSAL", \
            "names": {"vi": "hồ sơ bị cháy", "en": "the papers were burnt"}}]}""";

    static final String CSV_EXAMPLE = """
            code,version,purpose,names.vi,names.en
            FIRE,1,REFUSAL,hồ sơ bị cháy,the papers were burnt
            """;
}
