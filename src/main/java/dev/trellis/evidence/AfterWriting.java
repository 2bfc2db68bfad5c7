package dev.trellis.evidence;

import java.util.Optional;

/**
 * A question back to someone who just saved a reflection. Asked for the writer alone and about any text of theirs, private ones
 * too; whoever answers keeps nothing of the text and shows it to nobody.
 */
public interface AfterWriting {

    /** @return one short sentence or two; empty where there is nothing to ask */
    Optional<String> ask(String text);
}
