package dev.trellis.planning;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.trellis.people.PersonId;
import dev.trellis.search.SearchIndex;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Works off requests for drafts, a few at a time; one that keeps failing ends as a note for the programme lead. */
class DraftJobs {

    static final int MOST_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(DraftJobs.class);

    private final JdbcDraftRequests requests;
    private final DraftPipeline pipeline;
    private final SearchIndex index;
    private final Duration indexWait;
    private final Semaphore places;

    DraftJobs(JdbcDraftRequests requests, DraftPipeline pipeline, SearchIndex index, PlanningSettings settings) {
        this.requests = requests;
        this.pipeline = pipeline;
        this.index = index;
        this.indexWait = settings.indexWait();
        this.places = new Semaphore(settings.atOnce());
    }

    CustomTask<Void> task() {
        return Tasks.custom(JdbcDraftRequests.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> work(instance));
    }

    /** Requests left without a job by a crash at the wrong moment. */
    RecurringTask<Void> sweep() {
        return Tasks.recurring(JdbcDraftRequests.TASK + "-sweep", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> requests.schedule());
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance) {
        if (!foundAPlace()) {
            return again(FOR_A_PLACE);
        }
        try {
            return work(PersonId.of(instance.getId()));
        } finally {
            places.release();
        }
    }

    /** The queue's threads serve other jobs too: they wait a moment for a place and no longer. */
    private boolean foundAPlace() {
        try {
            return places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    CompletionHandler<Void> work(PersonId learner) {
        var request = requests.find(learner);
        if (request.isEmpty()) {
            return (complete, operations) -> operations.remove();
        }
        try {
            if (!index.awaitCaughtUp(indexWait)) {
                throw new IndexBehind();
            }
            pipeline.run(request.get());
        } catch (RuntimeException e) {
            return failed(request.get(), e);
        }
        return requests.find(learner).isPresent()
                ? again(Duration.ZERO)
                : (complete, operations) -> operations.remove();
    }

    private CompletionHandler<Void> failed(DraftRequest request, RuntimeException e) {
        int attempts = requests.failed(request);
        if (attempts < MOST_ATTEMPTS && !(e instanceof DraftPipeline.NobodyToDecide)) {
            log.warn(
                    "A draft for {} failed, attempt {} of {}: {}",
                    request.learner(),
                    attempts,
                    MOST_ATTEMPTS,
                    where(e));
            return again(FIRST_PAUSE.multipliedBy(1L << (2 * Math.max(0, attempts - 1))));
        }
        log.error("A draft for {} was given up after {} attempts: {}", request.learner(), attempts, where(e));
        requests.giveUp(request, Math.max(1, attempts), reason(e));
        return (complete, operations) -> operations.remove();
    }

    private static CompletionHandler<Void> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    /** Kind and place of an error, not its message: that may hold what a person wrote. */
    private static String where(Throwable e) {
        String frames = Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.trellis."))
                .limit(3)
                .map(StackTraceElement::toString)
                .reduce("", (before, frame) -> before + " at " + frame);
        Throwable cause = e.getCause();
        return e.getClass().getName()
                + (cause == null ? "" : " from " + cause.getClass().getName())
                + frames;
    }

    private static String reason(RuntimeException e) {
        return switch (e) {
            case DraftPipeline.NobodyToDecide nobody ->
                "Nobody is there to decide on a draft: no mentor is assigned, and there is no programme lead.";
            case IndexBehind behind -> "The search index did not catch up in time.";
            case CheckedWriter.WriterUnavailable writer -> "The writer could not be reached.";
            case DataAccessException database -> "The database could not be read or written.";
            default -> "Something went wrong inside Trellis; the log says where.";
        };
    }

    static final class IndexBehind extends RuntimeException {}
}
