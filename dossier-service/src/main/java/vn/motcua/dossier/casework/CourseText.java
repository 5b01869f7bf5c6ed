package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import vn.motcua.dossier.lifecycle.Course;

/**
 * How a dossier went, as the text of one column: what is asked for by SQL has columns of its own. Fields may be added; a row that was written before
 * reads as if they had been empty.
 */
public final class CourseText {

    // Components only: what a record works out from them is no part of the text.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS))
            .build();

    private CourseText() {}

    /** Null where there is nothing to tell yet. */
    public static String write(Course course) {
        try {
            return course.equals(Course.NEW) ? null : MAPPER.writeValueAsString(course);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Course read(String text) {
        try {
            return text == null ? Course.NEW : MAPPER.readValue(text, Course.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a dossier's course cannot be read", broken);
        }
    }
}
