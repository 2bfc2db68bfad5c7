package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a draft rests on, in one number: equal digests mean that a second draft would say the same. Left out is what moves
 * without anything having happened: the day, scores of the search, and levels below a tenth, which age with their evidence.
 */
final class InputsDigest {

    private InputsDigest() {}

    static String of(Brief brief) {
        List<Object> inputs = new ArrayList<>(List.of(
                brief.learner(),
                brief.givenName(),
                brief.roleName(),
                brief.targetRoleName().orElse(""),
                brief.readers(),
                brief.hoursPerWeek(),
                brief.form(),
                brief.itemsWanted(),
                brief.modelId()));
        brief.programme().ifPresent(inputs::add);
        brief.manner().ifPresent(inputs::add);
        brief.sources().forEach(source -> inputs.add(List.of(source.id(), source.textHash())));
        brief.focuses().forEach(focus -> {
            inputs.add(focus.competency().id());
            inputs.add(Math.round(focus.gap().expected() * 10));
            inputs.add(Math.round(focus.gap().shown() * 10));
            focus.passages().forEach(passage -> inputs.add(List.of(passage.source(), passage.span())));
            focus.candidates().forEach(candidate -> inputs.add(List.of(candidate.title(), candidate.effortHours())));
        });
        return DigestUtils.sha256Hex(PlanningJson.write(inputs));
    }

    /** The seed follows from the learner and the inputs: the same inputs give the same words. */
    static Brief seeded(Brief brief) {
        return brief.withSeed(Long.parseUnsignedLong(of(brief).substring(0, 16), 16));
    }
}
