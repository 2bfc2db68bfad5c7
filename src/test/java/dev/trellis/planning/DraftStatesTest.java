package dev.trellis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trellis.people.MentoringForm;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.OptimisticLockingFailureException;

class DraftStatesTest {

    private static final PlanningWorld world = new PlanningWorld();

    private final PersonId learner = world.person(Role.LEARNER);
    private final PersonId mentor = world.person(Role.MENTOR);

    DraftStatesTest() {
        world.mentorships.start(mentor, learner, MentoringForm.MENTORING, PlanningWorld.TODAY);
    }

    static Stream<List<DraftState>> everyPair() {
        return EnumSet.allOf(DraftState.class).stream()
                .flatMap(from -> EnumSet.allOf(DraftState.class).stream().map(to -> List.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void goesWhereTheTableOfStatesLeadsAndNowhereElse(List<DraftState> pair) {
        DraftState from = pair.getFirst();
        DraftState to = pair.getLast();
        PlanDraftId draft = world.draftOf(learner).in(from).kept();
        int version = version(draft);
        int entries = world.audit.of("draft:" + draft).size();

        if (from.next().contains(to)) {
            world.drafts.transition(mentor, draft, version, to);
            assertThat(state(draft)).isEqualTo(to);
            assertThat(version(draft)).isEqualTo(version + 1);
            assertThat(world.audit.of("draft:" + draft)).hasSize(entries + 1);
        } else {
            assertThatExceptionOfType(IllegalDraftTransition.class)
                    .isThrownBy(() -> world.drafts.transition(mentor, draft, version, to));
            assertThat(state(draft)).isEqualTo(from);
            assertThat(world.audit.of("draft:" + draft)).hasSize(entries);
        }
    }

    @Test
    void tellsTheSecondOfTwoMentorsWhoDecideAtOnce() throws Exception {
        PlanDraftId draft = world.draftOf(learner).in(DraftState.IN_REVIEW).kept();
        int version = version(draft);
        var together = new CountDownLatch(2);
        Callable<String> decide = () -> {
            together.countDown();
            together.await();
            try {
                world.drafts.transition(mentor, draft, version, DraftState.APPROVED);
                return "done";
            } catch (OptimisticLockingFailureException e) {
                return "told";
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.of(decide, decide)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(outcomes).containsExactlyInAnyOrder("done", "told");
        }
        assertThat(version(draft)).isEqualTo(version + 1);
    }

    @Test
    void listsStatesForPlatformsWithoutAReader() {
        PlanDraftId draft = world.draftOf(learner).kept();
        assertThat(world.drafts.summaries(Set.of(DraftState.WAITING_FOR_REVIEW), java.util.Optional.empty(), 100))
                .extracting(PlanDrafts.Summary::id)
                .contains(draft);
    }

    private DraftState state(PlanDraftId draft) {
        return world.drafts.find(mentor, draft).orElseThrow().state();
    }

    private int version(PlanDraftId draft) {
        return world.drafts.find(mentor, draft).orElseThrow().version();
    }
}
