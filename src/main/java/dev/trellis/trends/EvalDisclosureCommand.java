package dev.trellis.trends;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.people.PersonId;
import dev.trellis.trends.MadeUpGroups.Member;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval disclosure}: does anybody who asks often enough get at a few people? */
@Command(
        name = "eval disclosure",
        description =
                "Attacks the figures of a made-up organisation with questions, and counts the small groups that come out.")
class EvalDisclosureCommand implements TrellisCommand {

    private static final int K = MinimumGroup.LOWEST;
    private static final int K_THEMES = MinimumGroup.LOWEST_FOR_THEMES;

    /** Share of people of whom something of the month before arrives a month late. */
    private static final double LATE = 0.05;

    @Option(names = "--queries", description = "Questions asked (default: ${DEFAULT-VALUE}).")
    private int queries = 10_000;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    /** What came of one kind of attack, through the door and through a plain threshold. */
    private record Came(int asked, int answered, int recovered, int answeredPlain, int recoveredPlain) {}

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        if (queries < 1) {
            throw new CommandFailed("--queries " + queries + ": at least one.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        MadeUpGroups world = MadeUpGroups.draw(random);
        Map<String, Came> came = new TreeMap<>();
        progress.println("what was written, month by month");
        List<Guess> guesses = new ArrayList<>();
        came.put("themes", themes(world, random, guesses));
        progress.println("what people lack, month after month");
        came.put("gaps", gaps(world));
        progress.println("questions of the attacker's own");
        int fixed = came.values().stream().mapToInt(Came::asked).sum();
        came.put("drill_down", drillDown(world, random, Math.max(1, queries - fixed)));

        out.println("attack        asked   answered  sets recovered   plain threshold: answered  recovered");
        came.forEach((name, one) -> out.printf(
                Locale.ROOT,
                "%-12s %6d     %6d          %6d                      %6d     %6d%n",
                name,
                one.asked(),
                one.answered(),
                one.recovered(),
                one.answeredPlain(),
                one.recoveredPlain()));
        double right = share(guesses, guess -> guess.guessed() == guess.speaksOfIt());
        double base = share(guesses, guess -> !guess.speaksOfIt());
        out.printf(
                Locale.ROOT,
                "who spoke of it: guessed right from the figures %.4f, from the base rate alone %.4f%n",
                right,
                Math.max(base, 1 - base));
        Map<String, Object> measures = new TreeMap<>();
        Map<String, Object> baseline = new TreeMap<>();
        measures.put(
                "recovered", came.values().stream().mapToInt(Came::recovered).sum());
        measures.put("answered", came.values().stream().mapToInt(Came::answered).sum());
        measures.put("attribute_gain", rounded(right - Math.max(base, 1 - base)));
        baseline.put(
                "recovered",
                came.values().stream().mapToInt(Came::recoveredPlain).sum());
        baseline.put(
                "answered", came.values().stream().mapToInt(Came::answeredPlain).sum());
        out.println(new Measured(
                        measures,
                        baseline,
                        came.values().stream().mapToInt(Came::asked).sum(),
                        "ledger of sums, seed " + seed)
                .asJson());
        return 0;
    }

    /** The attacker's guess about one person in one month. */
    private record Guess(boolean speaksOfIt, boolean guessed) {}

    /** Each month is told of when it is over, and again when late things have arrived. */
    private static Came themes(MadeUpGroups world, SplittableRandom random, List<Guess> guesses) {
        int asked = 0;
        int answered = 0;
        int answeredPlain = 0;
        int recovered = 0;
        int recoveredPlain = 0;
        for (YearMonth month : MadeUpGroups.MONTHS) {
            MonthDoor door = new MonthDoor(K_THEMES);
            Attack<MonthDoor.Unit> attack = new Attack<>(K_THEMES, MonthDoor.Unit::person);
            Attack<MonthDoor.Unit> plain = new Attack<>(K_THEMES, MonthDoor.Unit::person);
            Set<PersonId> late = world.in(month).stream()
                    .filter(any -> random.nextDouble() < LATE)
                    .map(Member::person)
                    .collect(Collectors.toSet());
            for (boolean inTime : new boolean[] {true, false}) {
                for (Group group : world.groups(month)) {
                    List<Member> members = world.in(month).stream()
                            .filter(one -> one.isIn(group) && one.writes())
                            .filter(one -> !inTime || !late.contains(one.person()))
                            .toList();
                    Map<PersonId, Integer> contributions = new HashMap<>();
                    members.forEach(one -> contributions.put(one.person(), one.speaksOfIt() ? 1 : 0));
                    asked++;
                    if (door.tell(group, contributions)) {
                        answered++;
                        attack.learn(MonthDoor.units(contributions));
                        if (group.dimension() == Dimension.TEAM && inTime) {
                            double shown =
                                    members.stream().filter(Member::speaksOfIt).count() / (double) members.size();
                            members.forEach(one -> guesses.add(new Guess(one.speaksOfIt(), shown > 0.5)));
                        }
                    }
                    if (contributions.size() >= K_THEMES) {
                        answeredPlain++;
                        plain.learn(MonthDoor.units(contributions));
                    }
                }
            }
            recovered += attack.recovered(1).size();
            recoveredPlain += plain.recovered(1).size();
        }
        return new Came(asked, answered, recovered, answeredPlain, recoveredPlain);
    }

    /** Somebody with a gap: the same as long as it does not move. */
    private record Lacking(PersonId person, int tenths) {}

    /** Whoever asks knows everybody's gap that did not move, month after month. */
    private static Came gaps(MadeUpGroups world) {
        Panels panels = new Panels(K);
        Attack<Lacking> attack = new Attack<>(K, Lacking::person);
        Attack<Lacking> plain = new Attack<>(K, Lacking::person);
        int asked = 0;
        int answered = 0;
        int answeredPlain = 0;
        for (YearMonth month : MadeUpGroups.MONTHS) {
            Map<PersonId, Integer> contributions =
                    world.in(month).stream().collect(Collectors.toMap(Member::person, Member::tenths));
            Map<String, Set<PersonId>> teams = world.in(month).stream()
                    .collect(Collectors.groupingBy(
                            Member::team, TreeMap::new, Collectors.mapping(Member::person, Collectors.toSet())));
            teams.forEach(panels::of);
            Map<PersonId, Integer> told = panels.tell(month, contributions);
            asked += teams.size();
            answered += panels.latest().size();
            panels.latest()
                    .values()
                    .forEach(members -> attack.learn(members.stream()
                            .map(person -> new Lacking(person, told.getOrDefault(person, 0)))
                            .collect(Collectors.toSet())));
            for (Set<PersonId> members : teams.values()) {
                if (members.size() >= K) {
                    answeredPlain++;
                    plain.learn(members.stream()
                            .map(person -> new Lacking(person, contributions.getOrDefault(person, 0)))
                            .collect(Collectors.toSet()));
                }
            }
        }
        return new Came(
                asked,
                answered,
                attack.recovered(2).size(),
                answeredPlain,
                plain.recovered(2).size());
    }

    /** Any group one can think of: teams by role by programme, with and without single people, through one ledger. */
    private static Came drillDown(MadeUpGroups world, SplittableRandom random, int questions) {
        List<Member> people = world.in(MadeUpGroups.MONTHS.getLast());
        List<Group> groups = List.copyOf(world.groups(MadeUpGroups.MONTHS.getLast()));
        Ledger<PersonId> ledger = new Ledger<>(K);
        Attack<PersonId> attack = new Attack<>(K, person -> person);
        Attack<PersonId> plain = new Attack<>(K, person -> person);
        int answered = 0;
        int answeredPlain = 0;
        Set<Set<PersonId>> seen = new HashSet<>();
        for (int question = 0; question < questions; question++) {
            Set<PersonId> asked = question(people, groups, random);
            if (ledger.tell(asked)) {
                answered++;
                attack.learn(asked);
            }
            if (asked.size() >= K) {
                answeredPlain++;
                // More than this many equations tell a plain threshold's attacker nothing new.
                if (seen.size() < people.size() && seen.add(asked)) {
                    plain.learn(asked);
                }
            }
        }
        return new Came(
                questions,
                answered,
                attack.recovered(3).size(),
                answeredPlain,
                plain.recovered(3).size());
    }

    private static Set<PersonId> question(List<Member> people, List<Group> groups, SplittableRandom random) {
        Predicate<Member> wanted = one -> true;
        for (int filters = 1 + random.nextInt(3); filters > 0; filters--) {
            Group group = groups.get(random.nextInt(groups.size()));
            Predicate<Member> filter = one -> one.isIn(group);
            wanted = switch (random.nextInt(4)) {
                case 0 -> wanted.and(filter.negate());
                case 1 -> wanted.or(filter);
                default -> wanted.and(filter);
            };
        }
        Set<PersonId> asked = people.stream().filter(wanted).map(Member::person).collect(Collectors.toSet());
        if (random.nextInt(4) == 0) {
            asked.remove(people.get(random.nextInt(people.size())).person());
        }
        return asked;
    }

    private static double share(List<Guess> guesses, Predicate<Guess> which) {
        return guesses.isEmpty() ? 0 : guesses.stream().filter(which).count() / (double) guesses.size();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
