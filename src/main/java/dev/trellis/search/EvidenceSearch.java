package dev.trellis.search;

import dev.trellis.evidence.Reader;
import dev.trellis.people.PersonId;
import java.util.List;

/** Finds sentences of what was recorded about a learner. */
public interface EvidenceSearch {

    /**
     * Passages about {@code learner} that bear on {@code question}, best first. Each was read again in PostgreSQL on behalf of
     * {@code reader} before it is returned: what the reader may not see, or what changed since it was indexed, is left out.
     *
     * @param question any text; empty finds nothing
     */
    List<Passage> find(Reader reader, PersonId learner, String question, int limit);
}
