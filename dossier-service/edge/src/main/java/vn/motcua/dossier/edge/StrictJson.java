package vn.motcua.dossier.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Reads requests, and nothing else, without forgiveness: an unknown or repeated field, a value of another type, text
 * after the end, or a body beyond the limits is a {@link Problem}. Bodies of resource methods are read so by
 * themselves; this is for bytes that come another way, such as a line of an import. Thread-safe.
 */
@Singleton
public class StrictJson {

    /** Objects and lists inside each other, at most. */
    public static final int MAX_DEPTH = 32;

    /** Characters of one text, at most. */
    public static final int MAX_TEXT = 16 * 1024;

    /** Characters of one number, at most. */
    public static final int MAX_NUMBER = 32;

    private static final int MAX_NAME = 256;

    private final ObjectMapper mapper = mapper();

    /** A value together with the digest of what it was read from. */
    record Reading(Object value, byte[] digest) {}

    /**
     * Reads one JSON document into a request type (a record).
     *
     * @throws Problem {@code malformed}, {@code unknown-field}, {@code wrong-type} (400) or {@code too-large} (413), with
     *     pointers into the document
     */
    public <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, (Type) type).value());
    }

    Reading read(byte[] json, Type type) {
        var tree = tree(json);
        JsonFaults.requireWritable(tree, "");
        try {
            JavaType target = mapper.constructType(type);
            return new Reading(mapper.treeToValue(tree, target), digest(tree));
        } catch (JsonProcessingException fault) {
            throw JsonFaults.unfitting(fault);
        }
    }

    private JsonNode tree(byte[] json) {
        try {
            var tree = mapper.readTree(json);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                throw JsonFaults.missing();
            }
            return tree;
        } catch (IOException fault) {
            throw JsonFaults.unreadable(fault);
        }
    }

    /** Over the document with sorted fields and no spaces. */
    private byte[] digest(JsonNode tree) throws JsonProcessingException {
        return Digests.sha256().digest(mapper.writeValueAsBytes(tree));
    }

    private static ObjectMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        var builder = JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new StrictTypes())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
        for (var shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            builder.withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(shape, CoercionAction.Fail));
            builder.withCoercionConfig(LogicalType.Enum, c -> c.setCoercion(shape, CoercionAction.Fail));
        }
        return builder.withCoercionConfigDefaults(
                        c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }
}
