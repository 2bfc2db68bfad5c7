package dev.trellis.drafting;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.search.Sentences;
import dev.trellis.search.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Briefs for tests, as one would tell them.
 *
 * <pre>{@code
 * aBrief().forLearner("Jonas", "Weber").from("2025-11-24").weeks(26).hoursPerWeek(2)
 *         .reflection("2025-11-03", "I said yes to everything again.")
 *         .withGap(aGap("Delegation").shown(2).expected(4).about("I said yes").experience("Hand over a task", 6))
 *         .build();
 * }</pre>
 */
public final class BriefBuilder {

    private String givenName = "Jonas";
    private String familyName = "Weber";
    private String role = "Engineer";
    private Optional<String> targetRole = Optional.of("Team lead");
    private LocalDate from = LocalDate.of(2025, 11, 24);
    private int weeks = 26;
    private double hoursPerWeek = 2;
    private MentoringForm form = MentoringForm.MENTORING;
    private int itemsWanted = 6;
    private int hiddenPieces;
    private long seed = 1;
    private Optional<Brief.Quotable> aspiration = Optional.empty();
    private Optional<Brief.Quotable> nearGoal = Optional.empty();
    private final List<Brief.Source> sources = new ArrayList<>();
    private final List<GapBuilder> gaps = new ArrayList<>();
    private long ids = 1;

    private BriefBuilder() {}

    public static BriefBuilder aBrief() {
        return new BriefBuilder();
    }

    public static GapBuilder aGap(String competency) {
        return new GapBuilder(competency);
    }

    public BriefBuilder forLearner(String givenName, String familyName) {
        this.givenName = givenName;
        this.familyName = familyName;
        return this;
    }

    public BriefBuilder role(String role) {
        this.role = role;
        return this;
    }

    public BriefBuilder towards(String targetRole) {
        this.targetRole = Optional.of(targetRole);
        return this;
    }

    public BriefBuilder inPresentRole() {
        this.targetRole = Optional.empty();
        return this;
    }

    public BriefBuilder from(String day) {
        this.from = LocalDate.parse(day);
        return this;
    }

    public BriefBuilder weeks(int weeks) {
        this.weeks = weeks;
        return this;
    }

    public BriefBuilder hoursPerWeek(double hours) {
        this.hoursPerWeek = hours;
        return this;
    }

    public BriefBuilder form(MentoringForm form) {
        this.form = form;
        return this;
    }

    public BriefBuilder itemsWanted(int items) {
        this.itemsWanted = items;
        return this;
    }

    public BriefBuilder hiding(int pieces) {
        this.hiddenPieces = pieces;
        return this;
    }

    public BriefBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    public BriefBuilder aspiring(String day, String text) {
        Brief.Source source = add(EvidenceKind.ASPIRATION, day, fullName(), true, text);
        aspiration = Optional.of(new Brief.Quotable(source.id(), new Span(0, text.length()), 1));
        return this;
    }

    public BriefBuilder reflection(String day, String text) {
        add(EvidenceKind.REFLECTION, day, fullName(), true, text);
        return this;
    }

    public BriefBuilder goal(String day, String text) {
        add(EvidenceKind.GOAL, day, fullName(), true, text);
        return this;
    }

    /** An open goal, the one that is due first. */
    public BriefBuilder nearGoal(String day, String text) {
        Brief.Source source = add(EvidenceKind.GOAL, day, fullName(), true, text);
        nearGoal = Optional.of(new Brief.Quotable(source.id(), new Span(0, text.length()), 1));
        return this;
    }

    public BriefBuilder feedback(String day, String author, String text) {
        add(EvidenceKind.FEEDBACK, day, author, false, text);
        return this;
    }

    public BriefBuilder recognition(String day, String author, String text) {
        add(EvidenceKind.RECOGNITION, day, author, false, text);
        return this;
    }

    public BriefBuilder completion(String day, String author, String text) {
        add(EvidenceKind.COMPLETION, day, author, false, text);
        return this;
    }

    /** A recorded level by the learner; name it in a gap by {@link GapBuilder#rated}. */
    public BriefBuilder selfAssertion(String day, String text) {
        add(EvidenceKind.ASSERTION, day, fullName(), true, text);
        return this;
    }

    public BriefBuilder assertion(String day, String author, String text) {
        add(EvidenceKind.ASSERTION, day, author, false, text);
        return this;
    }

    public BriefBuilder withGap(GapBuilder gap) {
        gaps.add(gap);
        return this;
    }

    public Brief build() {
        sources.sort(Comparator.comparing(Brief.Source::on).reversed());
        return new Brief(
                new PersonId(new UUID(7, 7)),
                givenName,
                role,
                targetRole,
                List.of(new PersonId(new UUID(7, 8))),
                from,
                from.plusWeeks(weeks).minusDays(1),
                hoursPerWeek,
                form,
                Optional.empty(),
                aspiration,
                nearGoal,
                sources,
                gaps.stream().map(gap -> gap.build(this)).toList(),
                itemsWanted,
                hiddenPieces,
                "prior-1",
                seed);
    }

    private String fullName() {
        return givenName + " " + familyName;
    }

    private Brief.Source add(EvidenceKind kind, String day, String author, boolean byLearner, String text) {
        Brief.Source source = new Brief.Source(
                new EvidenceId(new UUID(1, ids++)),
                kind,
                author,
                byLearner,
                LocalDate.parse(day),
                text,
                DigestUtils.sha256Hex(text));
        sources.add(source);
        return source;
    }

    private Brief.Source sourceWith(String words) {
        return sources.stream()
                .filter(source -> source.text().contains(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source says: " + words));
    }

    /** One gap; the words it is about name the passages, best first. */
    public static final class GapBuilder {

        private final String name;
        private final UUID id;
        private String description = "";
        private double shown = 2;
        private double expected = 4;
        private double sought = 3;
        private final List<ProficiencyLevel> levels = new ArrayList<>();
        private final List<String> about = new ArrayList<>();
        private final List<String> rated = new ArrayList<>();
        private final List<Brief.Candidate> candidates = new ArrayList<>();

        private GapBuilder(String name) {
            this.name = name;
            this.id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        public GapBuilder described(String description) {
            this.description = description;
            return this;
        }

        public GapBuilder shown(double level) {
            this.shown = level;
            this.sought = Math.min(expected, Math.floor(level) + 1);
            return this;
        }

        public GapBuilder expected(double level) {
            this.expected = level;
            this.sought = Math.min(level, Math.floor(shown) + 1);
            return this;
        }

        public GapBuilder level(int number, String levelName, String descriptor) {
            levels.add(new ProficiencyLevel(number, levelName, descriptor));
            return this;
        }

        /** Sentences that bear on it: any words of each. */
        public GapBuilder about(String... words) {
            about.addAll(Arrays.asList(words));
            return this;
        }

        /** The assertions its level was computed from: any words of each. */
        public GapBuilder rated(String... words) {
            rated.addAll(Arrays.asList(words));
            return this;
        }

        public GapBuilder experience(String title, double hours) {
            return candidate(ActivityKind.EXPERIENCE, title, hours);
        }

        public GapBuilder exposure(String title, double hours) {
            return candidate(ActivityKind.EXPOSURE, title, hours);
        }

        public GapBuilder education(String title, double hours) {
            return candidate(ActivityKind.EDUCATION, title, hours);
        }

        public GapBuilder stretchTask(double hours) {
            return onTheJob(Action.Form.STRETCH_TASK, ActivityKind.EXPERIENCE, "Stretch task", hours);
        }

        public GapBuilder shadowing(double hours) {
            return onTheJob(Action.Form.SHADOWING, ActivityKind.EXPOSURE, "Shadowing", hours);
        }

        public GapBuilder mentorConversation(double hours) {
            return onTheJob(Action.Form.MENTOR_CONVERSATION, ActivityKind.EXPOSURE, "Mentor conversation", hours);
        }

        private GapBuilder candidate(ActivityKind kind, String title, double hours) {
            UUID activity = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
            return add(new Action.OfCatalogue(new ActivityId(activity)), title, kind, hours);
        }

        private GapBuilder onTheJob(Action.Form form, ActivityKind kind, String title, double hours) {
            return add(new Action.OnTheJob(form), title, kind, hours);
        }

        private GapBuilder add(Action action, String title, ActivityKind kind, double hours) {
            double score = 0.8 - 0.1 * candidates.size();
            candidates.add(new Brief.Candidate(
                    action, title, "", kind, hours, "", score, List.of("develops " + name), Map.of()));
            return this;
        }

        private Brief.Focus build(BriefBuilder brief) {
            CompetencyId competencyId = new CompetencyId(id);
            Competency competency = new Competency(
                    competencyId, new FrameworkId(new UUID(3, 1)), name, name, "", description, List.of(), levels);
            List<Brief.Quotable> passages = new ArrayList<>();
            for (String words : about) {
                Brief.Source source = brief.sourceWith(words);
                passages.add(new Brief.Quotable(
                        source.id(), sentenceAround(words, source.text()), 1 - 0.1 * passages.size()));
            }
            List<EvidenceId> assertions =
                    rated.stream().map(words -> brief.sourceWith(words).id()).toList();
            Gap gap = new Gap(competencyId, shown, expected, expected - shown, 0.7, !assertions.isEmpty(), assertions);
            return new Brief.Focus(gap, competency, sought, passages, candidates, List.of(), List.of());
        }

        private static Span sentenceAround(String words, String text) {
            int at = text.indexOf(words);
            return Sentences.in(text).stream()
                    .filter(span -> span.start() <= at && at < span.end())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
