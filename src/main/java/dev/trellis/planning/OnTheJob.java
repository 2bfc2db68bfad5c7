package dev.trellis.planning;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief.Candidate;
import java.util.List;
import java.util.Map;

/** The three forms of learning that need no catalogue. Always possible, so always offered, after what the catalogue has. */
public final class OnTheJob {

    private OnTheJob() {}

    public static List<Candidate> of(Competency competency) {
        String name = competency.name();
        return List.of(
                candidate(
                        Action.Form.STRETCH_TASK,
                        "Stretch task: " + name,
                        "A task of your own work that asks for a little more of this than you are used to.",
                        ActivityKind.EXPERIENCE,
                        6,
                        "most is learned by doing"),
                candidate(
                        Action.Form.SHADOWING,
                        "Shadowing: " + name,
                        "Watching someone who does this well, and talking it over afterwards.",
                        ActivityKind.EXPOSURE,
                        4,
                        "seeing it done well gives something to copy"),
                candidate(
                        Action.Form.MENTOR_CONVERSATION,
                        "Conversations with your mentor: " + name,
                        "Two conversations about what you tried and what came of it.",
                        ActivityKind.EXPOSURE,
                        2,
                        "talking it over turns what happened into something learned"));
    }

    /** No model ranked these: a score of 0 puts them after whatever it did rank. */
    private static Candidate candidate(
            Action.Form form, String title, String description, ActivityKind kind, double hours, String reason) {
        return new Candidate(
                new Action.OnTheJob(form), title, description, kind, hours, "", 0, List.of(reason), Map.of());
    }
}
