package dev.trellis.review;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.drafting.Action;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.review.Decision.Accepted;
import dev.trellis.review.Decision.Edited;
import dev.trellis.review.Decision.Rejected;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The fixed words around an item. */
final class ItemWords {

    private ItemWords() {}

    static String kind(ActivityKind kind) {
        return switch (kind) {
            case EXPERIENCE -> "by doing";
            case EXPOSURE -> "with others";
            case EDUCATION -> "study";
        };
    }

    static String kind(DraftItem item) {
        return switch (item.action()) {
            case Action.OfCatalogue catalogue -> kind(item.kind());
            case Action.OnTheJob onTheJob ->
                switch (onTheJob.form()) {
                    case STRETCH_TASK -> "stretch task";
                    case SHADOWING -> "shadowing";
                    case MENTOR_CONVERSATION -> "conversation with the mentor";
                };
        };
    }

    /** The title of the activity where it is one of the catalogue; empty for what is done on the job. */
    static String title(DraftItem item) {
        return item.action() instanceof Action.OfCatalogue ? item.activityTitle() : "";
    }

    /** The link of an activity if it leads to a web page; catalogues are imported, and a link can be anything. */
    static @Nullable String link(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static String verdict(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> "Accepted";
            case Edited edited -> "Accepted with changes";
            case Rejected rejected -> "Rejected";
        };
    }

    /** In the middle of a sentence: Kim … this item. */
    static String verb(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> "accepted";
            case Edited edited -> "accepted with changes";
            case Rejected rejected -> "rejected";
        };
    }

    static String state(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> "accepted";
            case Edited edited -> "edited";
            case Rejected rejected -> "rejected";
        };
    }
}
