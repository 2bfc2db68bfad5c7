package dev.trellis;

import static dev.trellis.people.Role.ADMINISTRATOR;
import static dev.trellis.people.Role.AUDITOR;
import static dev.trellis.people.Role.HR_PARTNER;
import static dev.trellis.people.Role.MENTOR;
import static dev.trellis.people.Role.PROGRAMME_LEAD;

import dev.trellis.people.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the site and who may enter them. Security and the bar at the top of a page both read this table; what stands in no
 * row is closed. Within a part each module still decides, object by object, what this person may see.
 */
enum Area {
    MY_PAGE("/me", "me", "My page"),
    PLANS("/plans", "plans", ""),
    CATALOG("/catalog", "catalog", ""),
    INBOX("/review", "inbox", "Inbox", MENTOR, PROGRAMME_LEAD),
    DRAFTS("/drafts", "drafts", "", MENTOR, PROGRAMME_LEAD),
    PEOPLE("/people", "people", "My people", MENTOR, PROGRAMME_LEAD),
    SESSIONS("/sessions", "sessions", "Sessions", MENTOR, PROGRAMME_LEAD),
    PROGRAMME("/lead", "lead", "Programme", PROGRAMME_LEAD),
    PROGRAMMES("/programmes", "programmes", "", PROGRAMME_LEAD),
    TRENDS("/trends", "trends", "What is changing", HR_PARTNER),
    FAIRNESS("/fairness", "fairness", "Fairness", AUDITOR),
    ADMINISTRATION("/admin", "admin", "Administration", ADMINISTRATOR);

    private final String path;
    private final String key;
    private final String label;
    private final Set<Role> roles;

    /** @param roles any of them opens it; none for everyone signed in */
    Area(String path, String key, String label, Role... roles) {
        this.path = path;
        this.key = key;
        this.label = label;
        this.roles = Set.of(roles);
    }

    String path() {
        return path;
    }

    /** Empty where the bar does not lead here. */
    String label() {
        return label;
    }

    /** How a page of this part calls itself to the layout. */
    String key() {
        return key;
    }

    Set<Role> roles() {
        return roles;
    }

    boolean opensTo(Set<Role> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    static Optional<Area> of(String path) {
        return Arrays.stream(values())
                .filter(area -> path.equals(area.path) || path.startsWith(area.path + "/"))
                .findFirst();
    }
}
