package dev.trellis.risk;

/** What is known of a learner on a day and bears on whether the goal will be missed. */
enum Signal {
    /** Steps that were due by the day. */
    STEPS_DUE,
    /** Share of the weight of all steps that was due, in {@code [0, 1]}. */
    WEIGHT_DUE,
    /** Share of the time that is gone, in {@code [0, 1]}. */
    TIME_GONE,
    /** Share of the time until the next step is due; 1 where none follows. */
    TIME_TO_NEXT,
    /** Steps that were due and are not done. */
    MISSED,
    /** Of the steps due, the share not done; 0 where none was due. */
    MISSED_SHARE,
    /** The last steps due, one after the other, that are not done. */
    MISSED_IN_A_ROW,
    /** Of the weight due, the share done; 1 where none was due. */
    WEIGHT_DONE_OF_DUE,
    /** Share of the weight of all steps that is done, early ones too. */
    WEIGHT_DONE,
    /** Steps done before they are due, of those not due yet. */
    DONE_AHEAD,
    /** Steps done after they were due. */
    LATE,
    /** Share of the time by which steps were done before they were due, on average; −.1 where none is done. */
    LEAD,
    /** The same of the step done last. */
    LAST_LEAD,
    /** The same of the step with the smallest lead. */
    LEAST_LEAD,
    /** Share of the time since something was last done, or since the beginning. */
    SINCE_LAST_DONE,
    /** Earlier attempts at the same goal, 3 at most. */
    EARLIER_ATTEMPTS,

    MARKED_MISSED,
    QUIZZES_MISSED,
    /** Steps brought along from an earlier attempt. */
    CARRIED,
    CREDITS,
    SCORES,
    /** Points so far, of all that can be had. */
    POINTS,
    /** Points so far, of those that were due. */
    POINTS_OF_DUE,
    MEAN_SCORE,
    WEIGHTED_SCORE,
    MARKED_SCORE,
    QUIZ_SCORE,
    LEAST_SCORE,
    FIRST_SCORE,
    LAST_SCORE,
    SCORE_CHANGE,
    /** Scores below the pass mark of 40. */
    FAILED_SCORES,
    /** Standard deviations above the others of the course, by what is known on the day. */
    SCORE_AMONG_OTHERS,
    LAST_SCORE_AMONG_OTHERS,
    /** The same with 0 for what was due and is not done. */
    RESULT_AMONG_OTHERS,
    LEAD_AMONG_OTHERS
}
