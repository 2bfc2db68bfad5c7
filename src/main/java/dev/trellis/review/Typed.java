package dev.trellis.review;

import dev.trellis.planning.DraftItemId;
import java.util.Map;
import java.util.Optional;

/** What a person has typed on the page and not decided yet: shown again, whatever became of it. */
sealed interface Typed {

    record Nothing() implements Typed {}

    /** Nothing typed, but something to say at an item. */
    record At(DraftItemId item) implements Typed {}

    /** Nothing typed, but an item open beside its sources. */
    record InLook(DraftItemId item) implements Typed {}

    /** An item open beside its sources once more before sign-off. @param words typed at sign-off; may be empty */
    record InSecondLook(DraftItemId item, String words) implements Typed {}

    /** @param problems one sentence each, by field; empty where there is none */
    record InEdit(DraftItemId item, EditForm form, Map<String, String> problems) implements Typed {}

    /** @param reason a code, or empty where none was chosen */
    record InRejection(DraftItemId item, String reason, String words, String problem) implements Typed {}

    record InChanges(String hint, String problem) implements Typed {}

    record InSignOff(String words) implements Typed {}

    record InClosing(String why, String problem) implements Typed {}

    /** The item it is about; empty where it is about the draft. */
    default Optional<DraftItemId> about() {
        return switch (this) {
            case At at -> Optional.of(at.item());
            case InLook look -> Optional.of(look.item());
            case InSecondLook look -> Optional.of(look.item());
            case InEdit edit -> Optional.of(edit.item());
            case InRejection rejection -> Optional.of(rejection.item());
            case Nothing nothing -> Optional.empty();
            case InChanges changes -> Optional.empty();
            case InSignOff signOff -> Optional.empty();
            case InClosing closing -> Optional.empty();
        };
    }
}
