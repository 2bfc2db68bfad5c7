package dev.trellis.drafting;

import dev.trellis.catalog.ActivityId;

/** What an item asks for: an activity of the catalogue, or one of the few forms that need none. */
public sealed interface Action {

    record OfCatalogue(ActivityId activity) implements Action {}

    record OnTheJob(Form form) implements Action {}

    enum Form {
        STRETCH_TASK,
        SHADOWING,
        MENTOR_CONVERSATION
    }
}
