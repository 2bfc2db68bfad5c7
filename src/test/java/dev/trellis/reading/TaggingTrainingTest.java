package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.TrellisCommand.CommandFailed;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.search.FakeTextVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on sentences made of twenty crafts and fillers, with vectors made from words: small, but the whole way. */
class TaggingTrainingTest {

    private static final List<String> CRAFTS = List.of(
            "glassblowing",
            "beekeeping",
            "masonry",
            "weaving",
            "pottery",
            "falconry",
            "carpentry",
            "brewing",
            "tanning",
            "thatching",
            "smithing",
            "baking",
            "dyeing",
            "printing",
            "sailing",
            "fishing",
            "mining",
            "gilding",
            "engraving",
            "bookbinding");

    private static final FrameworkId FRAMEWORK = new FrameworkId(new UUID(0, 7));

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesTwice() {
        Map<String, byte[]> first = train().files();
        Map<String, byte[]> second = train().files();
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void saysWhatASentenceSpeaksOfSurestFirstAndElseThatItDoesNotKnow() {
        TrainedReading reading =
                new TrainedReading(framework -> competencies(), new FakeTextVectors(), train().model());
        List<List<Reading.Mention>> read = reading.competenciesIn(
                FRAMEWORK, List.of("needs falconry every day", "lunch was late again", "", "\uD83D\uDE00\u200B"));
        assertThat(read.getFirst()).isNotEmpty();
        assertThat(read.getFirst().getFirst().competency()).isEqualTo(id("falconry"));
        assertThat(read.getFirst())
                .allSatisfy(mention -> assertThat(mention.probability()).isBetween(TrainedReading.SURE_ENOUGH, 1.0));
        assertThat(read.subList(1, 4))
                .allSatisfy(mentions -> assertThat(mentions).isEmpty());
    }

    @Test
    void readsNothingInAFrameworkWithoutCompetencies() {
        TrainedReading reading = new TrainedReading(framework -> List.of(), new FakeTextVectors(), train().model());
        assertThat(reading.competenciesIn(FRAMEWORK, List.of("needs falconry"))).containsExactly(List.of());
    }

    @Test
    void statesProbabilitiesThatHold() {
        Random random = new Random(3);
        List<Calibration.Case> cases = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double logOdds = random.nextGaussian() * 2;
            // Overconfident: what claims log-odds of 2 is right as often as log-odds of 1 should be.
            cases.add(new Calibration.Case(logOdds, random.nextDouble() < YesNoModel.chance(logOdds / 2)));
        }
        Calibration calibration = Calibration.fit(cases);
        assertThat(calibration.probability(2)).isCloseTo(YesNoModel.chance(1), within(.06));
        assertThat(calibration.probability(50)).isLessThanOrEqualTo(1);
        List<Reliability.Stated> stated = cases.stream()
                .map(one -> new Reliability.Stated(calibration.probability(one.logOdds()), one.right()))
                .toList();
        assertThat(Reliability.of(stated).error()).isLessThan(.02);
        assertThat(Calibration.read(calibration.bytes())).isEqualTo(calibration);
    }

    @Test
    void countsHitsAgainstAsManyAsCouldBe() {
        Hits hits = new Hits();
        hits.add(new double[] {9, 8, 7, 6, 5, 4, 3}, Set.of(0, 6));
        assertThat(hits.measures())
                .containsEntry("rp5", .5)
                .containsEntry("rp10", 1.0)
                .containsEntry("mrr", 1.0);
    }

    @Test
    void takesBothFormsOfCasesAndDropsWhatHasNoLabel() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "sentence,span,sub_span,label\nuses Java,Java,,Java\nuses Java,it,,LABEL NOT PRESENT\nsmart,smart,,UNK\n");
        assertThat(TaggingFiles.cases(rows)).isEqualTo(Map.of("uses Java", Set.of("Java"), "smart", Set.of()));
        Path lists = Files.writeString(
                folder.resolve("lists.csv"), ",sentence,skills\n0,\"a, b\",\"['x', \"\"it's y\"\", 'UNK']\"\n");
        assertThat(TaggingFiles.cases(lists)).isEqualTo(Map.of("a, b", Set.of("x", "it's y")));
    }

    @Test
    void namesFileAndLineOfWhatItCannotRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "sentence,skills\na,x y\n");
        assertThatThrownBy(() -> TaggingFiles.cases(broken))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("broken.csv, line 2");
        assertThatThrownBy(() -> TaggingFiles.labels(folder.resolve("absent.txt")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("absent.txt");
    }

    @Test
    void takesLabelsByLineOrWithAlternatives() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("labels.csv"),
                "\uFEFFconcept_uri,preferred_label,alt_labels\nu,Java,\"J2SE\nJava SE\"\nv,weaving,\n");
        TaggingFiles.Labels labels = TaggingFiles.labels(csv);
        assertThat(labels.names()).containsExactly("Java", "weaving");
        assertThat(labels.texts().stream().map(LabelSet.Text::text))
                .containsExactly("Java", "J2SE", "Java SE", "weaving");
        Path lines = Files.writeString(folder.resolve("labels.txt"), "Java\n\nweaving\n");
        assertThat(TaggingFiles.labels(lines).names()).containsExactly("Java", "weaving");
    }

    private static TaggingTraining.Trained train() {
        List<LabelSet.Text> texts = new ArrayList<>();
        for (int i = 0; i < CRAFTS.size(); i++) {
            texts.add(new LabelSet.Text(i, CRAFTS.get(i), false));
        }
        TaggingTraining training = new TaggingTraining(
                new FakeTextVectors(),
                new TaggingFiles.Labels(CRAFTS, texts),
                new TaggingTraining.Sizes(60, 120, 400),
                5,
                Instant.parse("2026-01-01T00:00:00Z"));
        Map<String, Set<String>> cases = new LinkedHashMap<>();
        List<TaggedSpans.Sentence> spans = new ArrayList<>();
        List<String> days =
                List.of("every day", "at dawn", "in spring", "by hand", "with care", "for lunch", "till late");
        for (String craft : CRAFTS) {
            for (String day : days) {
                String needs = "needs " + craft + " " + day;
                cases.put(needs, Set.of(craft));
                cases.put("lunch was late " + day + " again " + cases.size(), Set.of());
                spans.add(new TaggedSpans.Sentence(needs, List.of(craft)));
            }
        }
        return training.train(spans, training.labelled(cases), training.labelled(cases));
    }

    private static CompetencyId id(String craft) {
        return new CompetencyId(UUID.nameUUIDFromBytes(craft.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<Competency> competencies() {
        return CRAFTS.stream()
                .map(craft -> new Competency(id(craft), FRAMEWORK, craft, craft, "", "", List.of(), List.of()))
                .toList();
    }
}
