package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.Portraits;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.planning.CheckedWriter.Written;
import dev.trellis.verification.DraftCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** From the record, as PostgreSQL gives it back, to the same draft. */
class DraftReplayTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DraftCheck check = DraftCheck.mechanical();
    private final DraftReplay replay = new DraftReplay(check);
    private final Deque<String> answers = new ArrayDeque<>();

    static Stream<Brief> portraits() {
        return Portraits.all().stream();
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void aDraftFromTemplatesComesOutTheSame(Brief brief) {
        Made made = made(brief, PlanDrafter.fromTemplates(), "");

        assertThat(replay.replay(made.record(), made.document()).differences()).isEmpty();
    }

    @Test
    void aDraftWrittenAgainForItsMentorComesOutTheSame() {
        Made made = made(Portraits.jonas(), PlanDrafter.fromTemplates(), "Without his words about the night.");

        assertThat(replay.replay(made.record(), made.document()).same()).isTrue();
    }

    @Test
    void aModelsDraftComesOutTheSameWithoutTheModelRepairsAndAll() {
        Brief brief = Portraits.jonas();
        answers.add(answer("Jonas never sleeps."));
        answers.add(answer("On 3 November, Jonas wrote: [S1.1]."));
        Made made = made(brief, scripted(), "");
        assertThat(made.record().calls()).hasSize(2);
        assertThat(made.record().calls().getLast().faults()).isNotEmpty();
        assertThat(answers).isEmpty();

        assertThat(replay.replay(made.record(), made.document()).differences()).isEmpty();
    }

    @Test
    void saysWhichItemIsNotTheOneThatWasKept() {
        Made made = made(Portraits.jonas(), PlanDrafter.fromTemplates(), "");
        DraftDocument other =
                made(Portraits.noor(), PlanDrafter.fromTemplates(), "").document();

        assertThat(replay.replay(made.record(), other).differences()).anyMatch(line -> line.startsWith("item 1"));
    }

    @Test
    void saysWhichSourceWasTakenBack() {
        Made made = made(Portraits.jonas(), PlanDrafter.fromTemplates(), "");
        var gone = made.record().brief().sources().getFirst().id();
        DraftRecord erased = record(
                made.record().without(gone),
                made.record().digest(),
                Optional.of(Instant.parse("2026-11-24T09:00:00Z")));

        assertThat(replay.replay(erased, made.document()).differences())
                .singleElement()
                .asString()
                .contains("source " + gone, "2026-11-24");
    }

    @Test
    void saysThatARecordWasTamperedWith() {
        Made made = made(Portraits.jonas(), PlanDrafter.fromTemplates(), "");
        DraftRecord tampered = record(made.record().payload(), "0".repeat(64), Optional.empty());

        assertThat(replay.replay(tampered, made.document()).differences())
                .singleElement()
                .asString()
                .startsWith("record: it is not what was kept");
    }

    private record Made(DraftRecord record, DraftDocument document) {}

    /** @param hint what a mentor wanted otherwise; empty for a first draft */
    private Made made(Brief brief, PlanDrafter drafter, String hint) {
        Written written = new CheckedWriter(drafter, PlanDrafter.fromTemplates(), check)
                .write(
                        brief,
                        hint.isEmpty() ? Optional.empty() : Optional.of(new DraftText(List.of(), List.of())),
                        hint);
        DraftDocument document = DraftDocument.of(brief, written, PlanningWorld::newId);
        var payload = DraftRecord.Payload.of(brief, written.first(), written.calls(), written.findings());
        return new Made(
                record(payload, payload.digest(), Optional.empty()),
                PlanningJson.read(PlanningJson.write(document), DraftDocument.class));
    }

    private static DraftRecord record(DraftRecord.Payload payload, String digest, Optional<Instant> erasedAt) {
        return new DraftRecord(
                new PlanDraftId(new UUID(0, 1)),
                List.of(),
                "ranking",
                "prompt",
                payload.readBrief(),
                payload.readWritten(),
                payload.readCalls(),
                payload.readFindings(),
                digest,
                erasedAt);
    }

    /** A model that answers what {@link #answers} hold, in order. */
    private PlanDrafter scripted() {
        return new PlanDrafter() {
            @Override
            public DraftOutcome draft(Brief brief) {
                return repair(brief, new DraftText(List.of(), List.of()), List.of());
            }

            @Override
            public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
                return PlanDrafter.again(
                        brief,
                        new WriterRecord(
                                "a-model",
                                faults,
                                "hash",
                                Map.of(),
                                answers.remove(),
                                10,
                                20,
                                Duration.ZERO,
                                List.of()));
            }
        };
    }

    private static String answer(String why) {
        return JSON.writeValueAsString(Map.of(
                "direction",
                List.of(),
                "items",
                List.of(Map.of(
                        "focus",
                        1,
                        "option",
                        1,
                        "task",
                        "Hand over one recurring task and agree what done looks like.",
                        "why",
                        List.of(why),
                        "first_step",
                        "Choose the task and tell the person who takes it.",
                        "success_measure",
                        "A colleague has done it twice without help."))));
    }
}
