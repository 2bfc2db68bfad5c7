package dev.trellis.trends;

import dev.trellis.people.PersonId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An organisation to be attacked: teams of all sizes, roles and programmes across them, and every month some who join, leave and move. */
final class MadeUpGroups {

    static final List<YearMonth> MONTHS = IntStream.range(0, 24)
            .mapToObj(month -> YearMonth.of(2025, 1).plusMonths(month))
            .toList();

    private static final int PEOPLE = 400;
    private static final int TEAMS = 26;
    private static final int ROLES = 8;
    private static final int PROGRAMMES = 6;
    private static final double JOIN = 0.02;
    private static final double LEAVE = 0.015;
    private static final double MOVE = 0.01;
    private static final double WRITES = 0.7;
    private static final double SPEAKS_OF_IT = 0.15;
    private static final double GAP_MOVES = 0.08;

    /**
     * Somebody in a month.
     *
     * @param tenths gap in tenths of a level
     * @param writes whether a reflection was shared
     * @param speaksOfIt whether it speaks of the one thing that is asked about
     */
    record Member(
            PersonId person,
            String team,
            String role,
            Set<String> programmes,
            int tenths,
            boolean writes,
            boolean speaksOfIt) {

        boolean isIn(Group group) {
            return switch (group.dimension()) {
                case TEAM -> team.equals(group.name());
                case ROLE -> role.equals(group.name());
                case PROGRAMME -> programmes.contains(group.name());
            };
        }
    }

    private final Map<YearMonth, List<Member>> months;

    private MadeUpGroups(Map<YearMonth, List<Member>> months) {
        this.months = months;
    }

    static MadeUpGroups draw(SplittableRandom random) {
        List<Member> now = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            now.add(joined(random));
        }
        Map<YearMonth, List<Member>> months = new HashMap<>();
        for (YearMonth month : MONTHS) {
            List<Member> next = new ArrayList<>();
            for (Member one : now) {
                if (random.nextDouble() >= LEAVE) {
                    next.add(lived(one, random));
                }
                if (random.nextDouble() < JOIN) {
                    next.add(joined(random));
                }
            }
            now = next;
            months.put(month, List.copyOf(now));
        }
        return new MadeUpGroups(months);
    }

    List<Member> in(YearMonth month) {
        return months.getOrDefault(month, List.of());
    }

    Set<Group> groups(YearMonth month) {
        return in(month).stream()
                .flatMap(one -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                new Group(Dimension.TEAM, one.team()), new Group(Dimension.ROLE, one.role())),
                        one.programmes().stream().map(name -> new Group(Dimension.PROGRAMME, name))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Member joined(SplittableRandom random) {
        Set<String> programmes = new TreeSet<>();
        for (int i = 0; i < PROGRAMMES; i++) {
            if (random.nextDouble() < 0.08) {
                programmes.add("Programme " + i);
            }
        }
        return lived(
                new Member(
                        new PersonId(new UUID(random.nextLong(), random.nextLong())),
                        team(random),
                        "Role " + random.nextInt(ROLES),
                        programmes,
                        random.nextInt(21),
                        false,
                        false),
                random);
    }

    /** A few large teams, many small ones. */
    private static String team(SplittableRandom random) {
        return "Team " + (int) (TEAMS * Math.pow(random.nextDouble(), 1.6));
    }

    private static Member lived(Member one, SplittableRandom random) {
        boolean writes = random.nextDouble() < WRITES;
        return new Member(
                one.person(),
                random.nextDouble() < MOVE ? team(random) : one.team(),
                one.role(),
                one.programmes(),
                random.nextDouble() < GAP_MOVES ? Math.max(0, one.tenths() - 1 - random.nextInt(8)) : one.tenths(),
                writes,
                writes && random.nextDouble() < SPEAKS_OF_IT);
    }
}
