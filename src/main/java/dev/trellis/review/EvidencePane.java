package dev.trellis.review;

import static java.util.stream.Collectors.toMap;

import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.PersonId;
import dev.trellis.planning.PlanDraft;
import dev.trellis.search.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each piece of evidence a draft cites, numbered in the order of its sentences, as one person may see it now. */
final class EvidencePane {

    private final Map<EvidenceId, Source> sources;
    private final Map<EvidenceId, List<Span>> marks;

    private EvidencePane(Map<EvidenceId, Source> sources, Map<EvidenceId, List<Span>> marks) {
        this.sources = sources;
        this.marks = marks;
    }

    /** One source. */
    sealed interface Source {

        int number();

        /** Element to go to. */
        default String anchor() {
            return "source-" + number();
        }

        /** @param changed the cited words no longer stand in it */
        record Shown(
                int number,
                String kind,
                String author,
                String day,
                String date,
                Visibility visibility,
                boolean mine,
                boolean changed,
                List<SourceText.Piece> pieces)
                implements Source {
            public boolean gone() {
                return false;
            }

            /** Id of the element that marks the words. */
            public String markId(int mark) {
                return "words-" + number + (mark == 0 ? "" : "-" + (mark + 1));
            }
        }

        /** Withdrawn, or no longer for this person to read. */
        record Gone(int number) implements Source {
            public boolean gone() {
                return true;
            }
        }
    }

    /** A number beside a sentence, and where it leads. */
    record Chip(int number, String target) {}

    static Set<EvidenceId> cited(PlanDraft draft) {
        return claims(draft)
                .flatMap(claim -> claim.citations().stream())
                .map(Citation::source)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * @param visible what of {@link #cited} the person may read now
     * @param names display names of its authors
     */
    static EvidencePane of(
            PlanDraft draft,
            Collection<Evidence> visible,
            PersonId me,
            Function<PersonId, String> names,
            InWords inWords) {
        Map<EvidenceId, Evidence> readable = visible.stream().collect(toMap(Evidence::id, Function.identity()));
        Map<EvidenceId, List<Span>> marks = claims(draft)
                .flatMap(claim -> claim.citations().stream())
                .filter(citation -> stands(citation, readable.get(citation.source())))
                .collect(Collectors.groupingBy(
                        Citation::source,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Citation::span, Collectors.toList()), SourceText::joined)));
        Map<EvidenceId, Source> sources = new LinkedHashMap<>();
        for (EvidenceId id : cited(draft)) {
            int number = sources.size() + 1;
            Evidence evidence = readable.get(id);
            sources.put(
                    id,
                    evidence == null
                            ? new Source.Gone(number)
                            : shown(number, evidence, marks.getOrDefault(id, List.of()), me, names, inWords));
        }
        return new EvidencePane(sources, marks);
    }

    List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /** One chip a place cited, in the order cited. */
    List<Chip> chips(Claim claim) {
        List<Chip> chips = new ArrayList<>();
        for (Citation citation : claim.citations()) {
            Source source = sources.get(citation.source());
            if (source != null) {
                Chip chip = new Chip(source.number(), target(source, citation));
                if (!chips.contains(chip)) {
                    chips.add(chip);
                }
            }
        }
        return chips;
    }

    /** What the claims cite, in order. */
    List<Source> of(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.citations().stream())
                .map(Citation::source)
                .distinct()
                .map(sources::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The number of a piece that the draft cites; empty where it does not, or where the person may not read it. */
    Optional<Chip> chip(EvidenceId piece) {
        return Optional.ofNullable(sources.get(piece))
                .filter(Source.Shown.class::isInstance)
                .map(source -> new Chip(source.number(), source.anchor()));
    }

    private String target(Source source, Citation citation) {
        List<Span> spans = marks.getOrDefault(citation.source(), List.of());
        for (int mark = 0; mark < spans.size(); mark++) {
            Span span = spans.get(mark);
            if (source instanceof Source.Shown shown
                    && span.start() <= citation.span().start()
                    && citation.span().end() <= span.end()
                    && !citation.quote().isEmpty()) {
                return shown.markId(mark);
            }
        }
        return source.anchor();
    }

    private static Stream<Claim> claims(PlanDraft draft) {
        return Stream.concat(draft.direction().stream(), draft.items().stream().flatMap(item -> item.why().stream()));
    }

    /** The words cited still stand where they were. */
    private static boolean stands(Citation citation, @Nullable Evidence evidence) {
        return evidence != null
                && !citation.quote().isEmpty()
                && citation.span().end() <= evidence.text().length()
                && citation.span().of(evidence.text()).equals(citation.quote());
    }

    private static Source shown(
            int number,
            Evidence evidence,
            List<Span> marks,
            PersonId me,
            Function<PersonId, String> names,
            InWords inWords) {
        return new Source.Shown(
                number,
                kind(evidence.detail()),
                author(evidence.author(), names),
                inWords.day(inWords.dayOf(evidence.occurredAt())),
                inWords.dayOf(evidence.occurredAt()).toString(),
                evidence.visibility(),
                evidence.author().equals(new Author.OfPerson(me)),
                marks.isEmpty(),
                SourceText.pieces(evidence.text(), marks));
    }

    static String author(Author author, Function<PersonId, String> names) {
        return switch (author) {
            case Author.OfPerson person -> names.apply(person.id());
            case Author.OfClient client -> "the platform " + client.clientId();
            case Author.Trellis trellis -> "Trellis";
        };
    }

    static String kind(Detail detail) {
        return switch (detail) {
            case Detail.Goal goal -> "Goal";
            case Detail.Reflection reflection -> "Reflection";
            case Detail.Feedback feedback -> "Feedback";
            case Detail.Recognition recognition -> "Recognition";
            case Detail.Completion completion -> "Completion";
            case Detail.Assertion assertion -> "Level";
            case Detail.Aspiration aspiration -> "Aspiration";
        };
    }
}
