package dev.trellis.drafting;

import dev.trellis.drafting.Wording.Voice;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.people.MentoringForm;
import dev.trellis.search.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Prepares a session without a model: chooses what to quote and says it in the wordings of one language. */
final class TemplateSessionBriefWriter implements SessionBriefWriter {

    private static final int MOST_RECOGNISED = 3;
    private static final int QUESTIONS = 3;

    /** In characters: less seldom says what happened. */
    private static final int SHORT = 40;

    @Override
    public SessionBrief write(Material material) {
        long start = System.nanoTime();
        Preparation preparation = new Preparation(material);
        List<Claim> recognise = preparation.recognise();
        List<Claim> questions = preparation.questions();
        Optional<Claim> listenFor = preparation.listenFor();
        WriterRecord how = new WriterRecord(
                WriterRecord.TEMPLATES,
                List.of(),
                "",
                Map.of("language", Language.of(material.sources()).code(), "seed", Long.toString(material.seed())),
                "",
                0,
                0,
                Duration.ofNanos(System.nanoTime() - start),
                List.of());
        return new SessionBrief(recognise, questions, material.nextSteps(), listenFor, how);
    }

    private static final class Preparation {

        private final Material material;
        private final DayWords days;
        private final Wording wording;
        private final Voice voice;
        private final List<Excerpt> excerpts;

        Preparation(Material material) {
            this.material = material;
            Language language = Language.of(material.sources());
            this.days = DayWords.in(language);
            this.wording = Wording.in(language);
            this.voice = wording.voice(material.seed());
            this.excerpts = material.sources().stream()
                    .flatMap(source -> quotable(source).stream())
                    .toList();
        }

        /** A wish as a whole where it is short; of everything else what stands on its own first. */
        private static List<Excerpt> quotable(Brief.Source source) {
            Optional<Excerpt> whole = isWish(source) && !source.text().isBlank()
                    ? Excerpt.whole(source, new Span(0, source.text().length()))
                    : Optional.empty();
            return whole.map(List::of)
                    .orElseGet(() -> Excerpt.in(source).stream()
                            .sorted(Comparator.comparingInt(Preparation::farFromTelling))
                            .toList());
        }

        private static boolean isWish(Brief.Source source) {
            return source.byLearner()
                    && (source.kind() == EvidenceKind.ASPIRATION || source.kind() == EvidenceKind.GOAL);
        }

        private static int farFromTelling(Excerpt excerpt) {
            return (excerpt.dangles() ? 2 : 0)
                    + (excerpt.words().length() < SHORT ? 1 : 0)
                    + (Mood.of(excerpt.words()) == Mood.PLAIN ? 1 : 0);
        }

        /** What others recognised first, then feedback on what went well, what was finished, what the learner managed. */
        List<Claim> recognise() {
            Set<Object> used = new HashSet<>();
            List<Claim> claims = new ArrayList<>();
            for (int rank = 0; rank < 4; rank++) {
                for (Excerpt excerpt : excerpts) {
                    boolean wanted = rankOfRecognition(excerpt) == rank && claims.size() < MOST_RECOGNISED;
                    if (wanted && used.add(excerpt.source().id())) {
                        claims.add(said(
                                "session.recognise."
                                        + List.of("recognition", "feedback", "completion", "own")
                                                .get(rank),
                                excerpt));
                    }
                }
            }
            return claims;
        }

        private static int rankOfRecognition(Excerpt excerpt) {
            boolean worked = Mood.of(excerpt.words()) == Mood.WORKED;
            boolean byLearner = excerpt.source().byLearner();
            return switch (excerpt.source().kind()) {
                case RECOGNITION -> byLearner ? -1 : 0;
                case FEEDBACK -> worked && !byLearner ? 1 : -1;
                case COMPLETION -> byLearner ? -1 : 2;
                case REFLECTION -> worked && byLearner ? 3 : -1;
                case GOAL, ASPIRATION, ASSERTION -> -1;
            };
        }

        /** One about what somebody else wrote where there is that, the others about the learner's own words. */
        List<Claim> questions() {
            List<Excerpt> own = inOrderOfForm(excerpts.stream()
                    .filter(excerpt -> excerpt.source().byLearner())
                    .toList());
            List<Excerpt> others = excerpts.stream()
                    .filter(excerpt -> !excerpt.source().byLearner())
                    .filter(excerpt -> excerpt.source().kind() == EvidenceKind.FEEDBACK)
                    .toList();
            List<Claim> claims = new ArrayList<>();
            List<Excerpt> fromOthers = differentSources(others, own.isEmpty() ? QUESTIONS : 1);
            for (Excerpt excerpt : differentSources(own, QUESTIONS - fromOthers.size())) {
                claims.add(said("session.question." + topic(excerpt), excerpt));
            }
            fromOthers.forEach(excerpt -> claims.add(said("session.question.other", excerpt)));
            for (int again = 0; claims.size() < QUESTIONS && !own.isEmpty(); again++) {
                claims.add(said("session.question.again", own.get(again % own.size())));
            }
            return claims;
        }

        /** What a wish asks about is the path, whatever the form; sponsoring asks who should hear of it. */
        private String topic(Excerpt excerpt) {
            boolean wish = isWish(excerpt.source()) && material.form() != MentoringForm.SPONSORING;
            return wish ? "wish" : material.form().name().toLowerCase(Locale.ROOT);
        }

        /** Coaching begins with what is hard now, mentoring and sponsoring with where to go. */
        private List<Excerpt> inOrderOfForm(List<Excerpt> own) {
            Comparator<Excerpt> order = switch (material.form()) {
                case COACHING -> Comparator.comparingInt(Preparation::farFromADifficulty);
                case MENTORING, SPONSORING -> Comparator.comparingInt(Preparation::farFromAPath);
            };
            return own.stream().sorted(order).toList();
        }

        private static int farFromADifficulty(Excerpt excerpt) {
            boolean reflection = excerpt.source().kind() == EvidenceKind.REFLECTION;
            return switch (Mood.of(excerpt.words())) {
                case HARD -> reflection ? 0 : 2;
                case PLAIN -> reflection ? 1 : 3;
                case WORKED -> 4;
            };
        }

        private static int farFromAPath(Excerpt excerpt) {
            return switch (excerpt.source().kind()) {
                case ASPIRATION -> 0;
                case GOAL -> 1;
                case REFLECTION -> 2;
                case ASSERTION, FEEDBACK, RECOGNITION, COMPLETION -> 3;
            };
        }

        private static List<Excerpt> differentSources(List<Excerpt> excerpts, int most) {
            Set<Object> used = new HashSet<>();
            return excerpts.stream()
                    .filter(excerpt -> used.add(excerpt.source().id()))
                    .limit(most)
                    .toList();
        }

        /** The telling word that stands in most of the learner's notes, shown where it stands last. */
        Optional<Claim> listenFor() {
            String best = "";
            long most = 0;
            for (String word : wording.list("telling")) {
                long notes = ownNotesWith(word).stream()
                        .map(excerpt -> excerpt.source().id())
                        .distinct()
                        .count();
                if (notes > most) {
                    most = notes;
                    best = word;
                }
            }
            String word = best;
            return most == 0
                    ? Optional.empty()
                    : ownNotesWith(word).stream().findFirst().map(excerpt -> {
                        Map<String, String> values = values(excerpt);
                        values.put("word", word);
                        return new Claim(voice.say("session.listen.word", values), List.of(excerpt.cited()));
                    });
        }

        private List<Excerpt> ownNotesWith(String word) {
            Pattern whole = Pattern.compile("(?iu)\\b" + word + "\\b");
            return excerpts.stream()
                    .filter(excerpt -> excerpt.source().byLearner())
                    .filter(excerpt -> excerpt.source().kind() == EvidenceKind.REFLECTION)
                    .filter(excerpt -> whole.matcher(excerpt.words()).find())
                    .toList();
        }

        private Claim said(String place, Excerpt excerpt) {
            return new Claim(voice.say(place, values(excerpt)), List.of(excerpt.cited()));
        }

        private Map<String, String> values(Excerpt excerpt) {
            Map<String, String> values = new HashMap<>();
            values.put("name", material.givenName());
            values.put("author", excerpt.source().authorName());
            values.put("day", days.day(excerpt.source().on(), material.on()));
            values.put("quote", excerpt.words());
            return values;
        }
    }
}
