package vn.motcua.dossier.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Two rules that the mapper has no switch for: how times are written, and that null is not 0. */
final class StrictTypes extends SimpleModule {

    StrictTypes() {
        super("strict-types");
        setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
                var type = bean.getBeanClass();
                if (type.getName().startsWith("java.time.")) {
                    return new TextOnly(deserializer);
                }
                // Not the bean's class: Jackson describes int and Integer by one and the same description.
                var handled = deserializer.handledType();
                return handled != null && handled.isPrimitive() ? new DefaultWhenAbsent(deserializer) : deserializer;
            }
        });
    }

    /** Dates and times come as ISO-8601 text only: a bare number would leave its unit and zone to be guessed. */
    private static final class TextOnly extends DelegatingDeserializer {

        TextOnly(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new TextOnly(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
                return context.reportInputMismatch(_delegatee.handledType(), "text expected");
            }
            return super.deserialize(parser, context);
        }
    }

    /** A primitive left out is 0 or false; one that is said to be null is refused. */
    private static final class DefaultWhenAbsent extends DelegatingDeserializer {

        DefaultWhenAbsent(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new DefaultWhenAbsent(delegate);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
            return _delegatee.getEmptyValue(context);
        }
    }
}
