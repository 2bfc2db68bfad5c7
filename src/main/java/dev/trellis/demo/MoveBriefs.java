package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.imports.OnetMoves;
import dev.trellis.imports.OnetMoves.Move;
import dev.trellis.imports.OnetMoves.Occupation;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A brief for each move between two occupations: gaps are the levels that the occupation aimed for expects above the present one's;
 * what people wrote is the present occupation's tasks in O*NET's words, as notes of their own and of a colleague; the catalogue is the
 * tasks of the occupation aimed for. Names are the demo organisation's.
 */
final class MoveBriefs implements Briefs {

    private static final int ITEMS = 6;
    private static final int FOCUSES = 8;
    private static final int OWN_NOTES = 6;
    private static final int CANDIDATES = 3;

    /** Of the scale from 0 to 7: less is within the error of the ratings. */
    private static final double LEAST_GAP = 0.5;

    private static final int LONGEST_TITLE = 160;

    private final OnetMoves.Found onet;
    private final List<DemoPerson> people;
    private final LocalDate anchor;
    private final Set<ActivityId> catalogue = new HashSet<>();
    private final List<Brief> briefs = new ArrayList<>();

    MoveBriefs(OnetMoves.Found onet, DemoOrganisation names) {
        this.onet = onet;
        this.people = names.people();
        this.anchor = names.anchor();
        for (int i = 0; i < onet.moves().size(); i++) {
            briefs.add(brief(onet.moves().get(i), i));
        }
    }

    @Override
    public List<Brief> all() {
        return List.copyOf(briefs);
    }

    @Override
    public boolean holds(ActivityId activity) {
        return catalogue.contains(activity);
    }

    /** A brief's seed is its place. A private note is made of the last of the present occupation's tasks, somebody else's is the next learner's. */
    @Override
    public Optional<Brief.Source> notFor(Brief brief, boolean ownAndPrivate) {
        int place = (int) brief.seed();
        if (!ownAndPrivate) {
            return briefs.get((place + 1) % briefs.size()).sources().stream()
                    .filter(source -> source.kind() == EvidenceKind.REFLECTION)
                    .findFirst();
        }
        String text = onet.moves().get(place).from().tasks().getLast();
        return Optional.of(
                source("private-" + place, EvidenceKind.REFLECTION, learner(place), true, anchor.minusDays(9), text));
    }

    private DemoPerson learner(int place) {
        return people.get(place % people.size());
    }

    private Brief brief(Move move, int place) {
        DemoPerson learner = learner(place);
        DemoPerson colleague = learner(place + 1);
        List<Brief.Source> sources = new ArrayList<>();
        List<String> tasks = move.from().tasks();
        for (int i = 0; i < Math.min(OWN_NOTES, tasks.size() - 1); i++) {
            boolean own = i % 3 != 2;
            sources.add(source(
                    "note-" + place + "-" + i,
                    own ? EvidenceKind.REFLECTION : EvidenceKind.FEEDBACK,
                    own ? learner : colleague,
                    own,
                    anchor.minusDays(10 + 17L * i),
                    tasks.get(i)));
        }
        Brief.Source wish = source(
                "wish-" + place,
                EvidenceKind.ASPIRATION,
                learner,
                true,
                anchor.minusDays(40),
                "One day I want to do the work of %s.".formatted(move.to().title()));
        sources.add(wish);
        List<Gap> gaps = gaps(move, place);
        gaps.forEach(gap -> sources.add(level(gap, place, learner)));
        return new Brief(
                new PersonId(id("learner-" + place)),
                learner.givenName(),
                move.from().title(),
                Optional.of(move.to().title()),
                List.of(new PersonId(id("mentor-" + place))),
                anchor,
                anchor.plusMonths(6),
                2,
                MentoringForm.MENTORING,
                Optional.empty(),
                Optional.of(
                        new Brief.Quotable(wish.id(), new Span(0, wish.text().length()), 1)),
                Optional.empty(),
                sources,
                gaps.stream().map(gap -> focus(gap, move.to(), sources)).toList(),
                ITEMS,
                0,
                "onet",
                place);
    }

    private List<Gap> gaps(Move move, int place) {
        return move.to().levels().entrySet().stream()
                .filter(expected -> move.from().levels().containsKey(expected.getKey()))
                .map(expected -> gap(
                        expected.getKey(),
                        rounded(of(move.from().levels(), expected.getKey())),
                        rounded(expected.getValue()),
                        of(move.to().importance(), expected.getKey()),
                        place))
                .filter(gap -> gap.expected() - gap.shown() >= LEAST_GAP)
                .sorted(Comparator.comparingDouble(gap -> (gap.shown() - gap.expected()) * gap.importance()))
                .limit(FOCUSES)
                .toList();
    }

    private static Gap gap(CompetencyId competency, double shown, double expected, double importance, int place) {
        EvidenceId level = new EvidenceId(id("level-" + place + "-" + competency.value()));
        return new Gap(competency, shown, expected, expected - shown, importance, true, List.of(level));
    }

    private Brief.Source level(Gap gap, int place, DemoPerson learner) {
        String text = "I see myself at level %s of 7 in %s."
                .formatted(
                        gap.shown(), of(onet.competencies(), gap.competency()).name());
        return source(
                "level-" + place + "-" + gap.competency().value(),
                EvidenceKind.ASSERTION,
                learner,
                true,
                anchor.minusDays(60),
                text);
    }

    private Brief.Focus focus(Gap gap, Occupation aim, List<Brief.Source> sources) {
        Competency competency = of(onet.competencies(), gap.competency());
        return new Brief.Focus(
                gap,
                competency,
                Math.min(gap.expected(), gap.shown() + 1),
                Briefs.passages(competency, sources),
                candidates(competency, aim),
                List.of(),
                List.of());
    }

    /** Those tasks first that share words with the competency. */
    private List<Brief.Candidate> candidates(Competency competency, Occupation aim) {
        String words = (competency.name() + " " + competency.description()).toLowerCase(Locale.ROOT);
        Stream<Brief.Candidate> tasks = aim.tasks().stream()
                .filter(task -> task.length() <= LONGEST_TITLE)
                .sorted(Comparator.comparingLong(task -> -shared(task, words)))
                .limit(CANDIDATES)
                .map(task -> {
                    ActivityId activity = new ActivityId(id("task-" + task));
                    catalogue.add(activity);
                    return candidate(
                            new Action.OfCatalogue(activity), task.replaceAll("\\.$", ""), ActivityKind.EXPERIENCE);
                });
        Stream<Brief.Candidate> always = Stream.of(
                candidate(
                        new Action.OnTheJob(Action.Form.SHADOWING),
                        "Shadowing: " + competency.name(),
                        ActivityKind.EXPOSURE),
                candidate(
                        new Action.OnTheJob(Action.Form.MENTOR_CONVERSATION),
                        "Mentor conversation: " + competency.name(),
                        ActivityKind.EXPOSURE));
        return Stream.concat(tasks, always).toList();
    }

    private static long shared(String task, String words) {
        return Stream.of(task.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> word.length() > 4 && words.contains(word.substring(0, 5)))
                .count();
    }

    private static Brief.Candidate candidate(Action action, String title, ActivityKind kind) {
        return new Brief.Candidate(action, title, "", kind, 6, "", 0.5, List.of(), Map.of());
    }

    private static Brief.Source source(
            String code, EvidenceKind kind, DemoPerson author, boolean byLearner, LocalDate on, String text) {
        return new Brief.Source(
                new EvidenceId(id(code)), kind, author.name(), byLearner, on, text, DigestUtils.sha256Hex(text));
    }

    private static double rounded(double level) {
        return Math.round(level * 10) / 10.0;
    }

    private static <K, V> V of(Map<K, V> known, K key) {
        return Objects.requireNonNull(known.get(key));
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
