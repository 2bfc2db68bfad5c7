package dev.trellis.demo;

import java.time.LocalDate;
import java.util.Set;

/**
 * @param email unique, and what the person signs in with
 * @param team code of a team
 * @param role code of the role the person holds
 * @param access in the order of {@link DemoAccess}
 * @param mentorCapacity how many learners this person can mentor, 0 for those who do not
 */
public record DemoPerson(
        String code,
        String givenName,
        String familyName,
        String email,
        String team,
        String role,
        LocalDate hiredOn,
        Set<DemoAccess> access,
        int mentorCapacity) {

    public String name() {
        return givenName + " " + familyName;
    }
}
