package dev.trellis.reading;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.search.Sentences;
import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Reads with the trained model; a framework's labels are made ready when it is first read, and again when it has changed. */
class TrainedReading implements Reading {

    /** Less sure than this is "don't know"; {@code eval/tagging/README.md} shows what other values gave. */
    static final double SURE_ENOUGH = 0.35;

    /** A sentence that speaks of more speaks of nothing in particular. */
    private static final int MOST = 5;

    private final Function<FrameworkId, List<Competency>> catalog;
    private final TextVectors vectors;
    private final CompetencyReader reader;
    private final Map<FrameworkId, Ready> frameworks = new ConcurrentHashMap<>();

    TrainedReading(Function<FrameworkId, List<Competency>> catalog, TextVectors vectors, TaggingModel model) {
        this.catalog = catalog;
        this.vectors = vectors;
        this.reader = new CompetencyReader(model, vectors);
    }

    private record Ready(List<Competency> competencies, LabelSet labels, WholeTexts wholeTexts) {}

    @Override
    public List<String> sentences(String text) {
        return Sentences.in(text).stream().map(span -> span.of(text)).toList();
    }

    @Override
    public List<List<Mention>> competenciesIn(FrameworkId framework, List<String> sentences) {
        Ready ready = ready(framework);
        List<List<Mention>> read = new ArrayList<>();
        reader.meanings(sentences, meaning -> read.add(mentions(ready, meaning)));
        return read;
    }

    @Override
    public List<Optional<CompetencyId>> mostlyAbout(FrameworkId framework, List<Text> texts) {
        WholeTexts wholeTexts = ready(framework).wholeTexts();
        List<String> sentences = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Text text : texts) {
            starts.add(sentences.size());
            sentences.addAll(sentences(text.body()));
        }
        starts.add(sentences.size());
        List<float[]> bySentence = vectors.of(sentences);
        List<float[]> whole =
                vectors.ofPassing(texts.stream().map(TrainedReading::withTitle).toList());
        List<float[]> titles = vectors.ofPassing(texts.stream()
                .map(text -> text.title().isBlank() ? text.body() : text.title())
                .toList());
        List<Optional<CompetencyId>> about = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            about.add(wholeTexts.mostlyAbout(
                    whole.get(i), titles.get(i), bySentence.subList(starts.get(i), starts.get(i + 1))));
        }
        return about;
    }

    private static String withTitle(Text text) {
        return text.title().isBlank() ? text.body() : text.title() + ". " + text.body();
    }

    private List<Mention> mentions(Ready ready, CompetencyReader.Meaning meaning) {
        if (ready.competencies().isEmpty()) {
            return List.of();
        }
        double[] logOdds = reader.logOdds(CompetencyReader.signals(ready.labels(), meaning));
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < logOdds.length; i++) {
            double probability = reader.probability(logOdds[i]);
            if (probability >= SURE_ENOUGH) {
                mentions.add(new Mention(ready.competencies().get(i).id(), probability));
            }
        }
        return mentions.stream()
                .sorted(Comparator.comparingDouble(Mention::probability)
                        .reversed()
                        .thenComparing(mention -> mention.competency().value()))
                .limit(MOST)
                .toList();
    }

    private Ready ready(FrameworkId framework) {
        List<Competency> competencies = catalog.apply(framework);
        Ready known = frameworks.get(framework);
        if (known == null || !known.competencies().equals(competencies)) {
            known = new Ready(
                    competencies,
                    LabelSet.of(competencies.size(), texts(competencies), vectors),
                    WholeTexts.of(competencies, vectors));
            frameworks.put(framework, known);
        }
        return known;
    }

    static List<LabelSet.Text> texts(List<Competency> competencies) {
        List<LabelSet.Text> texts = new ArrayList<>();
        for (int i = 0; i < competencies.size(); i++) {
            Competency competency = competencies.get(i);
            texts.add(new LabelSet.Text(i, competency.name(), false));
            for (String label : competency.alternativeLabels()) {
                texts.add(new LabelSet.Text(i, label, false));
            }
            if (!competency.description().isBlank()) {
                texts.add(new LabelSet.Text(i, competency.name() + ". " + competency.description(), true));
            }
        }
        return texts;
    }
}
