package dev.trellis.reading;

import dev.trellis.reading.MarkedText.Mark;
import dev.trellis.reading.PersonalText.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.sequence.MutableSequenceDataset;
import org.tribuo.sequence.SequenceExample;

/** Trains the tagger. Same texts, same words, same bytes. */
final class PersonalTraining {

    static final Instant TRAINED_AT = Instant.parse("2026-11-01T00:00:00Z");

    private static final long SEED = 20261101;
    private static final int ROUNDS = 6;
    private static final double RATE = 0.2;

    /** Features of fewer tokens are left out: names of one text teach nothing about another. */
    private static final int FEWEST_TOKENS = 3;

    /** How often marked texts and our own sentences are shown, with other names from the second time on. */
    private static final int TIMES = 5;

    /** One of so many advertisements and diary sentences is shown: with all of them the tagger hardly ever tells anything. */
    private static final int ADVERTISEMENTS = 4;

    private static final int PLAIN = 6;

    /** How much a token's score for "nothing" is lowered; {@code eval/redaction/README.md} has the choices. */
    private static final double LEAN = 2;

    private static final Set<String> SALUTATIONS = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "herr", "frau", "mr.", "mrs.", "ms.", "dr.",
            "prof.");

    private PersonalTraining() {}

    /** What may be learned from besides marked texts. */
    record Material(List<String> sentences, List<String> advertisements, List<String> plain, PersonalWords words) {}

    static PersonalTagger train(List<MarkedText> texts, Material material) {
        SplittableRandom chance = new SplittableRandom(SEED);
        List<String> names = material.words().givenNames().stream()
                .sorted()
                .map(name -> name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1))
                .toList();
        FilledSentences filled = new FilledSentences(texts, names, chance);
        List<MarkedText> all = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            if (time == 0) {
                all.addAll(texts);
            } else {
                texts.forEach(text -> all.add(filled.filled(text.skeleton())));
            }
            material.sentences().forEach(sentence -> all.add(filled.filled(sentence)));
        }
        for (int i = 0; i < material.advertisements().size(); i += ADVERTISEMENTS) {
            all.add(filled.filled(material.advertisements().get(i)));
        }
        for (int i = 0; i < material.plain().size(); i += PLAIN) {
            all.add(new MarkedText(material.plain().get(i), material.plain().get(i), List.of()));
        }
        return new PersonalTagger(fit(all, material.words()), material.words());
    }

    private static CRFModel fit(List<MarkedText> texts, PersonalWords words) {
        List<List<Example<Label>>> sequences = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (MarkedText text : texts) {
            List<Example<Label>> sequence = examples(text, words);
            for (Example<Label> example : sequence) {
                for (Feature feature : example) {
                    counts.merge(feature.getName(), 1, Integer::sum);
                }
            }
            sequences.add(sequence);
        }
        var provenance = new SimpleDataSourceProvenance(
                "texts with marked personal data",
                OffsetDateTime.ofInstant(TRAINED_AT, ZoneOffset.UTC),
                new LabelFactory());
        MutableSequenceDataset<Label> data = new MutableSequenceDataset<>(provenance, new LabelFactory());
        for (List<Example<Label>> sequence : sequences) {
            List<Example<Label>> kept = new ArrayList<>();
            for (Example<Label> example : sequence) {
                List<Feature> features = new ArrayList<>();
                for (Feature feature : example) {
                    if (counts.getOrDefault(feature.getName(), 0) >= FEWEST_TOKENS) {
                        features.add(feature);
                    }
                }
                kept.add(PersonalTagger.example(features, example.getOutput()));
            }
            if (!kept.isEmpty()) {
                data.add(new SequenceExample<>(kept));
            }
        }
        CRFModel learned = new CRFTrainer(new AdaGrad(RATE, 0.1), ROUNDS, 1_000_000, 1, SEED).train(data, Map.of());
        return SettledWeights.of(learned, PersonalTagger.NOTHING, LEAN);
    }

    private static List<Example<Label>> examples(MarkedText text, PersonalWords words) {
        List<PersonalToken> tokens = PersonalToken.of(text.text(), FormedIdentifiers.in(text.text()));
        PersonalFeatures features = new PersonalFeatures(tokens, words);
        List<Example<Label>> examples = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            examples.add(PersonalTagger.example(features.of(i), label(tokens.get(i), text)));
        }
        return examples;
    }

    private static Label label(PersonalToken token, MarkedText text) {
        if (token.form().isPresent() && token.form().get() != Kind.PHONE) {
            return PersonalTagger.NOTHING;
        }
        for (Mark mark : text.marks()) {
            if (mark.start() < token.end() && token.start() < mark.end()) {
                return kind(mark.type(), mark.of(text.text()))
                        .map(kind -> new Label(kind.name()))
                        .orElse(PersonalTagger.NOTHING);
            }
        }
        return PersonalTagger.NOTHING;
    }

    /** What the tagger learns of a type that a file marks; empty for what has a form of its own, and for titles of jobs. */
    static Optional<Kind> kind(String type, String value) {
        return Optional.ofNullable(
                switch (type) {
                    case "PERSON" -> Kind.PERSON;
                    case "GPE", "LOCATION" -> Kind.PLACE;
                    case "STREET_ADDRESS", "ZIP_CODE" -> Kind.ADDRESS;
                    case "ORGANIZATION" -> Kind.ORGANISATION;
                    case "DATE_TIME" -> Kind.DATE;
                    case "AGE" -> Kind.AGE;
                    case "NRP" -> Kind.GROUP;
                    case "PHONE_NUMBER" -> Kind.PHONE;
                    case "TITLE" -> SALUTATIONS.contains(PersonalWords.small(value)) ? Kind.SALUTATION : null;
                    default -> null;
                });
    }
}
