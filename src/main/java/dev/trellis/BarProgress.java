package dev.trellis;

import dev.trellis.people.SignedInPerson;
import java.util.Optional;

/** A few words at the top of every page on how far a person is, such as "4 of 12 this cycle". A module may declare one bean. */
@FunctionalInterface
public interface BarProgress {

    Optional<String> of(SignedInPerson me);
}
