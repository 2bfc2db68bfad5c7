package dev.trellis.demo;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.ActivityKind;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.drafting.Action;
import dev.trellis.drafting.Brief;
import dev.trellis.evidence.CompetencyProfiles.Gap;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.search.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Briefs of the demo organisation's learners: the levels recorded last against what the role aimed for expects, sentences that share
 * words with the competency, and the catalogue's activities for it.
 */
final class DemoBriefs implements Briefs {

    private static final int FOCUSES = 8;
    private static final int ITEMS = 6;
    private static final int SOURCES = 40;
    private static final int CANDIDATES = 5;
    static final FrameworkId FRAMEWORK = new FrameworkId(new UUID(0, 1));

    private final DemoOrganisation demo;
    private final Map<String, DemoPerson> people = new HashMap<>();
    private final Map<String, DemoRole> roles = new HashMap<>();
    private final Map<String, Competency> competencies = new HashMap<>();

    DemoBriefs(DemoOrganisation demo) {
        this.demo = demo;
        demo.people().forEach(person -> people.put(person.code(), person));
        demo.roles().forEach(role -> roles.put(role.code(), role));
        demo.framework().competencies().forEach(made -> competencies.put(made.code(), competency(made)));
    }

    /** One a learner who has a mentor. */
    @Override
    public List<Brief> all() {
        return demo.mentorings().stream().map(this::brief).toList();
    }

    @Override
    public Optional<Brief.Source> notFor(Brief brief, boolean ownAndPrivate) {
        return demo.evidence().stream()
                .filter(piece -> id(piece.about()).equals(brief.learner().value()) == ownAndPrivate)
                .filter(piece -> (piece.visibility() == DemoVisibility.PRIVATE) == ownAndPrivate)
                .filter(piece -> piece.text().length() > 40)
                .findFirst()
                .map(this::source);
    }

    @Override
    public boolean holds(ActivityId activity) {
        return demo.activities().stream().anyMatch(one -> id(one.code()).equals(activity.value()));
    }

    private Brief brief(DemoMentoring mentoring) {
        DemoPerson learner = of(people, mentoring.learner());
        Optional<DemoAspiration> aspiration = demo.aspirations().stream()
                .filter(one -> one.person().equals(learner.code()))
                .findFirst();
        DemoRole now = of(roles, learner.role());
        DemoRole aim = aspiration.map(one -> of(roles, one.role())).orElse(now);
        List<DemoEvidence> pieces = demo.evidence().stream()
                .filter(piece -> piece.about().equals(learner.code()))
                .filter(piece -> piece.visibility() != DemoVisibility.PRIVATE
                        && !piece.text().isBlank())
                .sorted(Comparator.comparing(DemoEvidence::occurredOn).reversed())
                .toList();
        List<Brief.Source> sources =
                new ArrayList<>(pieces.stream().limit(SOURCES).map(this::source).toList());
        Optional<Brief.Source> wish = aspiration.map(one -> source(
                "aspiration-" + learner.code(),
                EvidenceKind.ASPIRATION,
                learner,
                true,
                one.statedOn(),
                one.ownWords()));
        wish.ifPresent(sources::add);
        List<Brief.Focus> focuses = focuses(aim, pieces, sources);
        return new Brief(
                new PersonId(id(learner.code())),
                learner.givenName(),
                now.name(),
                aim == now ? Optional.empty() : Optional.of(aim.name()),
                List.of(new PersonId(id(mentoring.mentor()))),
                demo.anchor(),
                demo.anchor().plusMonths(6),
                2,
                MentoringForm.valueOf(mentoring.form().name()),
                Optional.empty(),
                wish.map(source -> new Brief.Quotable(
                        source.id(), new Span(0, source.text().length()), 1)),
                Optional.empty(),
                sources,
                focuses,
                ITEMS,
                0,
                "demo",
                id(learner.code()).getLeastSignificantBits());
    }

    private List<Brief.Focus> focuses(DemoRole aim, List<DemoEvidence> pieces, List<Brief.Source> sources) {
        Map<String, DemoAssertion> levels = new LinkedHashMap<>();
        pieces.stream()
                .filter(DemoAssertion.class::isInstance)
                .map(DemoAssertion.class::cast)
                .forEach(one -> levels.putIfAbsent(one.competency(), one));
        return aim.expectations().stream()
                .filter(one -> one.level() > shown(levels, one))
                .sorted(Comparator.comparingInt(one -> (shown(levels, one) - one.level()) * one.importance()))
                .limit(FOCUSES)
                .map(one -> focus(one, Optional.ofNullable(levels.get(one.competency())), sources))
                .toList();
    }

    private static int shown(Map<String, DemoAssertion> levels, DemoRole.Expectation expectation) {
        return Optional.ofNullable(levels.get(expectation.competency()))
                .map(DemoAssertion::level)
                .orElse(1);
    }

    private Brief.Focus focus(
            DemoRole.Expectation expectation, Optional<DemoAssertion> level, List<Brief.Source> sources) {
        Competency competency = of(competencies, expectation.competency());
        int shown = level.map(DemoAssertion::level).orElse(1);
        List<EvidenceId> assertions = level.map(one -> new EvidenceId(id(one.code()))).stream()
                .filter(one -> sources.stream().anyMatch(source -> source.id().equals(one)))
                .toList();
        Gap gap = new Gap(
                competency.id(),
                shown,
                expectation.level(),
                expectation.level() - shown,
                (expectation.importance() - 1) / 4.0,
                level.isPresent(),
                assertions);
        return new Brief.Focus(
                gap,
                competency,
                Math.min(expectation.level(), shown + 1),
                Briefs.passages(competency, sources),
                candidates(expectation.competency(), competency.name()),
                List.of(),
                List.of());
    }

    private List<Brief.Candidate> candidates(String code, String name) {
        Stream<Brief.Candidate> ofCatalogue = demo.activities().stream()
                .filter(activity -> activity.aims().stream()
                        .anyMatch(aim -> aim.competency().equals(code)))
                .limit(CANDIDATES)
                .map(activity -> new Brief.Candidate(
                        new Action.OfCatalogue(new ActivityId(id(activity.code()))),
                        activity.title(),
                        activity.description(),
                        ActivityKind.valueOf(activity.kind().name()),
                        activity.effortHours(),
                        activity.url(),
                        0.5,
                        List.of(),
                        Map.of()));
        Brief.Candidate onTheJob = new Brief.Candidate(
                new Action.OnTheJob(Action.Form.STRETCH_TASK),
                "Stretch task: " + name,
                "",
                ActivityKind.EXPERIENCE,
                6,
                "",
                0,
                List.of(),
                Map.of());
        return Stream.concat(ofCatalogue, Stream.of(onTheJob)).toList();
    }

    private Brief.Source source(DemoEvidence piece) {
        return source(
                piece.code(),
                EvidenceKind.valueOf(piece.kind().name()),
                of(people, piece.author()),
                piece.author().equals(piece.about()),
                piece.occurredOn().toLocalDate(),
                piece.text());
    }

    private static Brief.Source source(
            String code, EvidenceKind kind, DemoPerson author, boolean byLearner, LocalDate on, String text) {
        return new Brief.Source(
                new EvidenceId(id(code)), kind, author.name(), byLearner, on, text, DigestUtils.sha256Hex(text));
    }

    private static Competency competency(DemoCompetency made) {
        return new Competency(
                new CompetencyId(id(made.code())),
                FRAMEWORK,
                made.code(),
                made.name(),
                made.group(),
                made.about(),
                made.alternativeLabels(),
                IntStream.rangeClosed(1, made.descriptors().size())
                        .mapToObj(level -> new ProficiencyLevel(
                                level, "", made.descriptors().get(level - 1)))
                        .toList());
    }

    private static <T> T of(Map<String, T> known, String code) {
        return Optional.ofNullable(known.get(code)).orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
