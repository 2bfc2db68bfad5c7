package dev.trellis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a scripted mentor wants, hidden from what learns. Nothing in it is an observation of a person.
 *
 * @param strictness log-odds against everything: 0 for a mentor who keeps what the ranking thinks worth keeping
 * @param likes what they care about beyond the ranking
 * @param measureWordsAtMost longest success measure they leave as it is; 0 for any
 * @param daysLater days by which they want things due later, below 0 for earlier
 * @param levelsFurther levels they seek beyond the usual step
 * @param rewrites share of items they put in their own words whatever they say, in {@code [0, 1]}
 * @param noise share of decisions made the other way round, in {@code [0, 1]}
 * @param hasty share of the last third of each draft that they wave through unread, in {@code [0, 1]}
 */
record Tastes(
        double strictness,
        List<Like> likes,
        int measureWordsAtMost,
        int daysLater,
        double levelsFurther,
        double rewrites,
        double noise,
        double hasty) {

    /** What can be liked or disliked of an activity. */
    static final List<String> WHAT =
            List.of("by doing", "with others", "study", "stretch task", "shadowing", "conversation", "hours");

    Tastes {
        likes = List.copyOf(likes);
    }

    /** @param what one of {@link #WHAT} @param weight log-odds for it, below 0 against it */
    record Like(String what, double weight) {}

    /** As different from each other as mentors are: two or three strong likes, and for some a way of setting things down. */
    static Tastes drawn(SplittableRandom random) {
        List<String> left = new ArrayList<>(WHAT);
        int many = 2 + random.nextInt(2);
        List<Like> likes = IntStream.range(0, many)
                .mapToObj(i -> new Like(
                        left.remove(random.nextInt(left.size())),
                        (random.nextBoolean() ? 1 : -1) * (1.5 + 1.5 * random.nextDouble())))
                .toList();
        return new Tastes(
                random.nextGaussian() * 0.5,
                likes,
                random.nextDouble() < 0.35 ? 6 + random.nextInt(5) : 0,
                random.nextDouble() < 0.35 ? 7 * (1 + random.nextInt(3)) : 0,
                random.nextDouble() < 0.15 ? 0.5 : 0,
                0.05,
                0.05,
                0.1);
    }
}
