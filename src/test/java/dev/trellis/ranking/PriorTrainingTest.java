package dev.trellis.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.catalog.ActivityKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PriorTrainingTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void sameSeedGivesTheSameBytes() {
        assertThat(PriorTraining.train(1, AT).file())
                .isEqualTo(PriorTraining.train(1, AT).file());
        assertThat(PriorTraining.train(1, AT).file())
                .isNotEqualTo(PriorTraining.train(2, AT).file());
    }

    @Test
    void shippedPriorIsWhatTheCommandMakes() throws IOException {
        RankingModel shipped = RankingModel.read(Files.readAllBytes(Path.of("models/ranking/prior.pb")));

        assertThat(PriorTraining.train(TrainRankingCommand.SEED, TrainRankingCommand.TRAINED_AT)
                        .modelId())
                .isEqualTo(shipped.id());
    }

    @Test
    void fileNamesNoMachine() {
        assertThat(new String(PriorTraining.train(1, AT).file(), StandardCharsets.ISO_8859_1))
                .doesNotContain(System.getProperty("user.home"))
                .doesNotContain(System.getProperty("java.version"));
    }

    @Test
    void contributionsAndBiasAddUpToTheLogOdds() {
        RankingModel model = RankingModel.read(PriorTraining.train(1, AT).file());
        SplittableRandom random = new SplittableRandom(7);
        List<PriorDecisions.Decision> some = PriorDecisions.draw(50, random);
        double bias = logOdds(model, some.getFirst().fit())
                - sum(model, some.getFirst().fit());

        for (PriorDecisions.Decision decision : some) {
            assertThat(sum(model, decision.fit()) + bias).isCloseTo(logOdds(model, decision.fit()), within(1e-6));
        }
    }

    @Test
    void prefersWhatStartsWhereTheLearnerStands() {
        RankingModel model = RankingModel.read(PriorTraining.train(1, AT).file());

        double fitting = model.score(new Fit(1, 0, 0, ActivityKind.EXPERIENCE, 0.4, 0.5, 0, false));
        double tooHigh = model.score(new Fit(1, 0.5, 0, ActivityKind.EXPERIENCE, 0.4, 0.5, 0, false));
        double repeated = model.score(new Fit(0, 0, 1, ActivityKind.EXPERIENCE, 0.4, 0.5, 0, false));

        assertThat(fitting).isGreaterThan(tooHigh).isGreaterThan(repeated);
    }

    @Test
    void refusesAFileThatIsNoModel() {
        assertThatThrownBy(() -> RankingModel.read("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double sum(RankingModel model, Fit fit) {
        return model.contributions(fit).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static double logOdds(RankingModel model, Fit fit) {
        double score = model.score(fit);
        return Math.log(score / (1 - score));
    }
}
