package dev.trellis;

import java.util.List;
import java.util.Optional;

/** A bean of this kind exists where the organisation may be made up; where it is, every page says so. */
public interface Demonstration {

    /** Whether this organisation is made up, in the making or done. */
    boolean present();

    /** What is being done, in a sentence for whoever waits; empty once all is there. */
    Optional<String> progress();

    /** Who can be signed in as; empty until they are there. Passwords are told elsewhere. */
    List<Login> logins();

    /** @param description who that is, such as "Ada Nyström, mentor" */
    record Login(String email, String description) {}
}
