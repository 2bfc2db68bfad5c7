package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Trains the four files that make up {@link TaggingModel}. The same data in the same order and the same seed give the same bytes.
 *
 * <p>How the signals weigh is learned on labels that the map was not shown: the trained labels are dealt into two halves, a map
 * is learned from each, and it is asked about the other. Otherwise the map, which knows the trained labels by heart, would be
 * trusted more than it deserves on a framework nobody trained it for.
 */
final class TaggingTraining {

    private static final int HALVES = 2;

    /** Hardest labels taken as wrong answers of a sentence, and easy ones beside them. */
    private static final int HARD = 60;

    private static final int EASY = 20;

    /** An easy one stands for this many, since only few are drawn. */
    private static final float EASY_STAND_FOR = 30;

    /** How many sentences are looked at with all their stretches, which is what takes time: more changed little. */
    record Sizes(int spans, int mentions, int calibration) {

        static final Sizes FULL = new Sizes(2_400, 600, 500);
    }

    /** Calibrated on the labels of a sentence that could be stated; the rest is as good as never stated. */
    private static final int CALIBRATED_ON = 10;

    private final TextVectors vectors;
    private final TaggingFiles.Labels framework;
    private final LabelSet labels;
    private final List<float[]> names;
    private final Sizes sizes;
    private final long seed;
    private final Instant trainedAt;

    TaggingTraining(TextVectors vectors, TaggingFiles.Labels framework, Sizes sizes, long seed, Instant trainedAt) {
        this.vectors = vectors;
        this.framework = framework;
        this.labels = LabelSet.of(framework.names().size(), framework.texts(), vectors);
        this.names = vectors.ofDefinitions(framework.names());
        this.sizes = sizes;
        this.seed = seed;
        this.trainedAt = trainedAt;
    }

    LabelSet labels() {
        return labels;
    }

    /** @param labels by number; empty where none fits */
    record Labelled(List<String> sentences, List<Set<Integer>> labels) {}

    record Trained(Map<String, byte[]> files) {

        TaggingModel model() {
            return TaggingModel.read(
                    files.getOrDefault(TaggingModel.STRETCHES, new byte[0]),
                    files.getOrDefault(TaggingModel.MAP, new byte[0]),
                    files.getOrDefault(TaggingModel.MENTIONS, new byte[0]),
                    files.getOrDefault(TaggingModel.CALIBRATION, new byte[0]));
        }
    }

    Labelled labelled(Map<String, Set<String>> cases) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        framework.names().forEach(name -> numbers.put(name, numbers.size()));
        List<Set<Integer>> gold = new ArrayList<>();
        cases.values().forEach(right -> {
            Set<Integer> known = new LinkedHashSet<>();
            right.stream().filter(numbers::containsKey).map(numbers::get).forEach(known::add);
            gold.add(known);
        });
        return new Labelled(List.copyOf(cases.keySet()), gold);
    }

    Trained train(List<TaggedSpans.Sentence> spans, Labelled training, Labelled heldBack) {
        byte[] stretches = stretches(spans);
        YesNoModel stretchModel = YesNoModel.read(stretches);
        List<float[]> meanings = vectors.of(training.sentences());
        byte[] mentions = mentions(stretchModel, training, meanings);
        MeaningMap map = MapTraining.train(meanings, names, training.labels(), Set.of(), seed);
        byte[] mapFile = map.bytes();
        Calibration none = new Calibration(List.of(new Calibration.Step(0, 0.5)));
        TaggingModel uncalibrated = new TaggingModel(
                stretchModel, MeaningMap.read(mapFile), YesNoModel.read(mentions), none, "not calibrated");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(TaggingModel.STRETCHES, stretches);
        files.put(TaggingModel.MAP, mapFile);
        files.put(TaggingModel.MENTIONS, mentions);
        files.put(TaggingModel.CALIBRATION, calibration(uncalibrated, heldBack).bytes());
        return new Trained(files);
    }

    private byte[] stretches(List<TaggedSpans.Sentence> spans) {
        List<TaggedSpans.Sentence> sample = sample(spans, sizes.spans());
        List<Stretches.Stretch> stretches = new ArrayList<>();
        List<Boolean> names = new ArrayList<>();
        for (TaggedSpans.Sentence sentence : sample) {
            for (Stretches.Stretch stretch : Stretches.of(sentence.text())) {
                stretches.add(stretch);
                names.add(sentence.names(stretch.text()));
            }
        }
        List<float[]> read = vectors.ofPassing(
                stretches.stream().map(Stretches.Stretch::text).toList());
        List<YesNoModel.Answer> answers = IntStream.range(0, stretches.size())
                .mapToObj(i -> new YesNoModel.Answer(
                        CompetencyReader.stretchSignals(
                                read.get(i), stretches.get(i).words()),
                        names.get(i),
                        1))
                .toList();
        return YesNoModel.train("SkillSpan train", answers, 4, 0.1, seed, trainedAt);
    }

    private byte[] mentions(YesNoModel stretchModel, Labelled training, List<float[]> meanings) {
        Random random = new Random(seed);
        List<Integer> known = training.labels().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
        List<Integer> dealt = new ArrayList<>(known);
        Collections.shuffle(dealt, random);
        List<YesNoModel.Answer> answers = new ArrayList<>();
        for (int half = 0; half < HALVES; half++) {
            Set<Integer> hidden =
                    new HashSet<>(dealt.subList(half * dealt.size() / HALVES, (half + 1) * dealt.size() / HALVES));
            Set<Integer> shown = new HashSet<>(dealt);
            shown.removeAll(hidden);
            MeaningMap map = MapTraining.train(meanings, names, training.labels(), hidden, seed);
            answers.addAll(answers(stretchModel, map, part(training, half), hidden, shown, random));
        }
        Collections.shuffle(answers, random);
        return YesNoModel.train("SkillSkape train", answers, 30, 0.05, seed, trainedAt);
    }

    private Labelled part(Labelled training, int half) {
        List<Integer> numbers =
                sample(IntStream.range(0, training.sentences().size()).boxed().toList(), sizes.mentions());
        List<Integer> own = IntStream.range(0, numbers.size())
                .filter(i -> i % HALVES == half)
                .mapToObj(numbers::get)
                .toList();
        return new Labelled(
                own.stream().map(training.sentences()::get).toList(),
                own.stream().map(training.labels()::get).toList());
    }

    private List<YesNoModel.Answer> answers(
            YesNoModel stretchModel,
            MeaningMap map,
            Labelled part,
            Set<Integer> hidden,
            Set<Integer> shown,
            Random random) {
        CompetencyReader reader = new CompetencyReader(new SignalsOnly(stretchModel, map).model(), vectors);
        Map<String, Set<Integer>> gold = new LinkedHashMap<>();
        for (int i = 0; i < part.sentences().size(); i++) {
            gold.put(part.sentences().get(i), part.labels().get(i));
        }
        List<YesNoModel.Answer> answers = new ArrayList<>();
        reader.meanings(part.sentences(), meaning -> {
            Set<Integer> right = new LinkedHashSet<>(gold.getOrDefault(meaning.sentence(), Set.of()));
            right.retainAll(hidden);
            float[][] signals = CompetencyReader.signals(labels, meaning);
            double[] rough = new double[signals.length];
            for (int i = 0; i < rough.length; i++) {
                rough[i] = shown.contains(i)
                        ? Double.NEGATIVE_INFINITY
                        : signals[i][0] + signals[i][1] + signals[i][2] + signals[i][3];
            }
            right.forEach(label -> answers.add(new YesNoModel.Answer(signals[label], true, 1)));
            for (int wrong : EvalTaggingCommand.best(rough, HARD)) {
                if (!right.contains(wrong)) {
                    answers.add(new YesNoModel.Answer(signals[wrong], false, 1));
                }
            }
            for (int i = 0; i < EASY; i++) {
                int wrong = random.nextInt(signals.length);
                if (!shown.contains(wrong) && !right.contains(wrong)) {
                    answers.add(new YesNoModel.Answer(signals[wrong], false, EASY_STAND_FOR));
                }
            }
        });
        return answers;
    }

    /** A reader that gathers signals and cannot weigh them yet. */
    private record SignalsOnly(YesNoModel stretches, MeaningMap map) {

        TaggingModel model() {
            Calibration none = new Calibration(List.of(new Calibration.Step(0, 0.5)));
            return new TaggingModel(stretches, map, stretches, none, "signals only");
        }
    }

    private Calibration calibration(TaggingModel model, Labelled heldBack) {
        CompetencyReader reader = new CompetencyReader(model, vectors);
        Map<String, Set<Integer>> gold = calibratedOn(heldBack);
        List<Calibration.Case> cases = new ArrayList<>();
        reader.meanings(List.copyOf(gold.keySet()), meaning -> {
            double[] logOdds = reader.logOdds(CompetencyReader.signals(labels, meaning));
            Set<Integer> right = gold.getOrDefault(meaning.sentence(), Set.of());
            for (int best : EvalTaggingCommand.best(logOdds, CALIBRATED_ON)) {
                cases.add(new Calibration.Case(logOdds[best], right.contains(best)));
            }
        });
        return Calibration.fit(cases);
    }

    private Map<String, Set<Integer>> calibratedOn(Labelled heldBack) {
        Map<String, Set<Integer>> gold = new LinkedHashMap<>();
        sample(IntStream.range(0, heldBack.sentences().size()).boxed().toList(), sizes.calibration())
                .forEach(i ->
                        gold.put(heldBack.sentences().get(i), heldBack.labels().get(i)));
        return gold;
    }

    /** Some of the held-back sentences that the calibration has not seen. */
    Map<String, Set<Integer>> notCalibratedOn(Labelled heldBack, int count) {
        Set<String> seen = calibratedOn(heldBack).keySet();
        Map<String, Set<Integer>> gold = new LinkedHashMap<>();
        for (int i = 0; i < heldBack.sentences().size() && gold.size() < count; i++) {
            if (!seen.contains(heldBack.sentences().get(i))) {
                gold.put(heldBack.sentences().get(i), heldBack.labels().get(i));
            }
        }
        return gold;
    }

    /** So many of them, drawn by the seed, in their own order. */
    private <T> List<T> sample(List<T> all, int count) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers.stream().limit(count).sorted().map(all::get).toList();
    }
}
