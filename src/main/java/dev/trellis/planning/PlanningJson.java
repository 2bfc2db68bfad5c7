package dev.trellis.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Manner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How documents are kept: fields and keys in a fixed order, so that the same values have the same digest. */
final class PlanningJson {

    private static final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Action.class, NamedAction.class)
            .addMixIn(Brief.class, LaterInBrief.class)
            .addMixIn(Brief.Focus.class, LaterInFocus.class)
            .addMixIn(Brief.Candidate.class, LaterInCandidate.class)
            .addMixIn(PlanDraft.DraftItem.class, LaterInItem.class)
            .build();

    private PlanningJson() {}

    static String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Action.OfCatalogue.class, name = "catalogue"),
        @JsonSubTypes.Type(value = Action.OnTheJob.class, name = "on-the-job")
    })
    private interface NamedAction {}

    // What came later is left out where it is empty: a document kept before is written again as it was, with the same
    // digest.

    private interface LaterInBrief {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<Brief.Quotable> nearGoal();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<Manner> manner();
    }

    private interface LaterInFocus {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Brief.LeftOut> leftOut();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Brief.Counterfactual> counterfactuals();
    }

    private interface LaterInCandidate {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Double> contributions();
    }

    private interface LaterInItem {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Brief.Counterfactual> counterfactuals();
    }
}
