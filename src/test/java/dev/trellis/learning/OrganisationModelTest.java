package dev.trellis.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.learning.Signal.Verdict;
import dev.trellis.ranking.Prior;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationModelTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SEED = 3;

    private final Prior prior = Prior.shipped();

    @Test
    void isTheSameToTheByteForTheSameDecisionsInAnyOrder() {
        List<Signal> told = new Decisions(1)
                .keep(Decisions.COURSE, 10)
                .drop(Decisions.SHADOWING, 12)
                .told();

        byte[] one = OrganisationModel.train(prior, told, SEED, AT).file();

        assertThat(OrganisationModel.train(prior, told.reversed(), SEED, AT).file())
                .isEqualTo(one);
        assertThat(OrganisationModel.train(prior, told, SEED + 1, AT).file()).isNotEqualTo(one);
        assertThat(OrganisationModel.read(one).logOdds(Decisions.COURSE))
                .isEqualTo(OrganisationModel.train(prior, told, SEED, AT).logOdds(Decisions.COURSE));
    }

    @Test
    void learnsWhatMentorsKeepAndChangesLittleByLittle() {
        double before = OrganisationModel.train(prior, List.of(), SEED, AT).logOdds(Decisions.SHADOWING);
        double few = OrganisationModel.train(
                        prior, new Decisions(1).keep(Decisions.SHADOWING, 3).told(), SEED, AT)
                .logOdds(Decisions.SHADOWING);
        double many = OrganisationModel.train(
                        prior, new Decisions(1).keep(Decisions.SHADOWING, 60).told(), SEED, AT)
                .logOdds(Decisions.SHADOWING);

        assertThat(few).isGreaterThan(before);
        assertThat(many).isGreaterThan(few + 1);
    }

    @Test
    void blamesThePlaceForWhatThePlaceDoes() {
        // Shadowing stands at the end as often as at the top, and what stands at the end is turned down, whatever it
        // is.
        List<Signal> told = new Decisions(1)
                .at(0, Decisions.STRETCH, Verdict.KEPT, 80)
                .at(0, Decisions.STRETCH, Verdict.UNWANTED, 20)
                .at(0, Decisions.SHADOWING, Verdict.KEPT, 80)
                .at(0, Decisions.SHADOWING, Verdict.UNWANTED, 20)
                .at(1, Decisions.SHADOWING, Verdict.KEPT, 20)
                .at(1, Decisions.SHADOWING, Verdict.UNWANTED, 80)
                .at(1, Decisions.COURSE, Verdict.KEPT, 20)
                .at(1, Decisions.COURSE, Verdict.UNWANTED, 80)
                .told();

        OrganisationModel model = OrganisationModel.train(prior, told, SEED, AT);

        assertThat(model.logOdds(Decisions.SHADOWING)).isCloseTo(model.logOdds(Decisions.STRETCH), within(0.6));
    }

    @Test
    void refusesBytesThatAreNoModel() {
        assertThatThrownBy(() -> OrganisationModel.read("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
