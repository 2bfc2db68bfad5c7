package dev.trellis.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** The people of the demo organisation, in the order of {@code people.csv}. */
record Cast(List<Member> members) {

    static final List<DemoTeam> TEAMS = List.of(
            new DemoTeam("PLATFORM", "Platform"),
            new DemoTeam("SALES", "Sales"),
            new DemoTeam("SUPPORT", "Support"),
            new DemoTeam("FINANCE", "Finance"),
            new DemoTeam("PRODUCT", "Product"),
            new DemoTeam("PEOPLE-OPS", "People & Operations"));

    /** More than nine learners and a mentor no longer reads every draft. */
    private static final int MENTOR_CAPACITY = 9;

    static Cast read() {
        return new Cast(Catalogue.rows("people.csv").stream().map(Cast::member).toList());
    }

    private static Member member(NamedCsvRecord row) {
        int months = Integer.parseInt(row.getField("monthsSinceHire"));
        EnumSet<DemoAccess> access = EnumSet.noneOf(DemoAccess.class);
        Arrays.stream(row.getField("access").split(" "))
                .map(DemoAccess::valueOf)
                .forEach(access::add);
        DemoPerson person = new DemoPerson(
                row.getField("code"),
                row.getField("given"),
                row.getField("family"),
                row.getField("email"),
                row.getField("team"),
                row.getField("role"),
                DemoCalendar.monthUnderWay().minusMonths(months),
                Collections.unmodifiableSet(access),
                access.contains(DemoAccess.MENTOR) ? MENTOR_CAPACITY : 0);
        return new Member(
                person, Voice.named(row.getField("voice")), row.getField("mentor"), row.getField("aspiresTo"), months);
    }

    Member member(String code) {
        return members.stream()
                .filter(member -> member.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Member> team(String team) {
        return members.stream().filter(member -> member.team().equals(team)).toList();
    }

    /** Colleagues of a person in the same team who were there on a date. */
    List<Member> colleagues(Member of, LocalDate on) {
        return team(of.team()).stream()
                .filter(member -> member != of && member.person().hiredOn().isBefore(on))
                .toList();
    }

    List<Member> outsiders(Member of, LocalDate on) {
        return members.stream()
                .filter(member -> !member.team().equals(of.team())
                        && member.person().hiredOn().isBefore(on))
                .toList();
    }
}
