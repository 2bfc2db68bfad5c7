package dev.trellis;

import java.util.List;

/** A bean of this kind exists exactly where the organisation is made up; every page then says so. */
public interface Demonstration {

    /** Who can be signed in as; empty until they are there. Passwords are told elsewhere. */
    List<Login> logins();

    /** @param description who that is, such as "Ada Nyström, mentor" */
    record Login(String email, String description) {}
}
