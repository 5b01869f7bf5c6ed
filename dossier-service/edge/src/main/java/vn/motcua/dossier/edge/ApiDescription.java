package vn.motcua.dossier.edge;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Writes into the OpenAPI description what every operation has in common: problems as its answer to whatever fails, and
 * the headers that its annotations ask for. Works while the service is built, by operation ids of the form {@code
 * Class_method}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";

    private final Map<String, Set<String>> headers = new HashMap<>();

    public ApiDescription(IndexView index) {
        collect(index, IdempotencyKey.class, RequestKey.HEADER);
        collect(index, IfMatchRequired.class, "If-Match");
    }

    private void collect(IndexView index, Class<?> annotation, String header) {
        for (var found : index.getAnnotations(DotName.createSimple(annotation))) {
            if (found.target().kind() == AnnotationTarget.Kind.METHOD) {
                var method = found.target().asMethod();
                headers.computeIfAbsent(
                                method.declaringClass().simpleName() + "_" + method.name(), id -> new HashSet<>())
                        .add(header);
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var content = OASFactory.createContent()
                .addMediaType(
                        ProblemAnswers.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
        operation
                .getResponses()
                .setDefaultValue(OASFactory.createAPIResponse()
                        .description("A problem (RFC 9457)")
                        .content(content));
        headers.getOrDefault(String.valueOf(operation.getOperationId()), Set.of()).stream()
                .sorted()
                .forEach(header -> operation.addParameter(required(header)));
        return operation;
    }

    private static Parameter required(String header) {
        return OASFactory.createParameter()
                .name(header)
                .in(Parameter.In.HEADER)
                .required(true)
                .example(header.equals(RequestKey.HEADER) ? "0197f000-0000-7000-8000-000000000001" : "\"5\"")
                .schema(text());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        var error = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text())
                .addProperty("parameter", text())
                .addProperty("header", text())
                .addProperty("detail", text());
        api.getComponents()
                .addSchema(
                        PROBLEM,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .required(List.of("type", "title", "status"))
                                .addProperty("type", text().addExample("urn:motcua:problem:stale"))
                                .addProperty("title", text())
                                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                                .addProperty("detail", text())
                                .addProperty(
                                        "errors",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.ARRAY)
                                                .items(error))
                                .addProperty("traceId", text()));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
