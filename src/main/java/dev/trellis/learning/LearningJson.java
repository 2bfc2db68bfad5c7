package dev.trellis.learning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.trellis.drafting.Action;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How signals are kept: fields and keys in a fixed order, so that the same signals have the same hash. */
final class LearningJson {

    private static final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Action.class, NamedAction.class)
            .build();

    private LearningJson() {}

    static String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Action.OfCatalogue.class, name = "catalogue"),
        @JsonSubTypes.Type(value = Action.OnTheJob.class, name = "on-the-job")
    })
    private interface NamedAction {}
}
