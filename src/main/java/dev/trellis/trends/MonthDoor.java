package dev.trellis.trends;

import dev.trellis.people.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is told of groups in one month, when everybody in it did something of their own in that month: each version counts, as late things arrive. */
final class MonthDoor {

    private final Ledger<Unit> ledger;
    private final Map<Group, Set<Unit>> latest = new HashMap<>();

    MonthDoor(int atLeast) {
        this.ledger = new Ledger<>(atLeast);
    }

    /** @param contribution what the person did, in any numbering; another number is something else */
    record Unit(PersonId person, int contribution) {}

    /**
     * @param contributions by person
     * @return whether it is told; false also where the same was told already
     */
    boolean tell(Group group, Map<PersonId, Integer> contributions) {
        Set<Unit> units = units(contributions);
        if (units.equals(latest.get(group)) || !ledger.tell(units)) {
            return false;
        }
        latest.put(group, units);
        return true;
    }

    static Set<Unit> units(Map<PersonId, Integer> contributions) {
        return contributions.entrySet().stream()
                .map(entry -> new Unit(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }
}
