package dev.trellis.trends;

import dev.trellis.catalog.CompetencyId;
import dev.trellis.people.PersonId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one door for figures of groups: what is told is kept here with whom it is about, and pages, charts and flags read nothing
 * else. {@link Telling} decides what comes in.
 */
interface Releases {

    /** A group of a month and what each of its people spoke of, as a hash. */
    record ThemeCohort(Group group, Map<PersonId, Integer> contributions) {}

    /** Everything told of themes in a month, oldest first. */
    List<ThemeCohort> themeCohorts(YearMonth month);

    /** @param spokeOf how many of the cohort, by competency; those of whom nobody spoke left out */
    void tellThemes(YearMonth month, ThemeCohort cohort, Map<CompetencyId, Integer> spokeOf);

    /** A team's people in the figures of a gap. */
    record GapCohort(long id, String team, List<PersonId> members) {}

    /** Every cohort of a competency that was told of, oldest first. */
    List<GapCohort> gapCohorts(CompetencyId competency);

    GapCohort newGapCohort(CompetencyId competency, String team, List<PersonId> members);

    /** @param tenths by member */
    record Told(long cohort, YearMonth month, int[] tenths) {}

    /** What was told of a competency's cohorts, oldest cohort first. */
    List<Told> gapsTold(CompetencyId competency);

    void tellGaps(CompetencyId competency, Collection<Told> told);

    /** A group in a month, as it was last told of. @param people who wrote */
    record ThemeMonth(String name, YearMonth month, int people, Map<CompetencyId, Integer> spokeOf) {}

    List<ThemeMonth> themes(Dimension dimension, YearMonth from, YearMonth to);

    /** A team's mean gap by month; the same people throughout. */
    record GapSeries(CompetencyId competency, String team, List<PersonId> members, Map<YearMonth, Double> means) {}

    List<GapSeries> gaps(YearMonth from, YearMonth to);

    enum Measure {
        THEME,
        GAP
    }

    /** Whether facts of months until this one changed a moment ago, so that more of them may be on their way. */
    boolean isStillComing(YearMonth until, Duration settleFor);

    /** Takes out which months' facts changed, oldest first. */
    List<YearMonth> takeTouched(Measure measure, YearMonth until);

    Optional<YearMonth> toldUntil(Measure measure);

    void toldUntil(Measure measure, YearMonth month);

    /** Another whenever something new was told. */
    long version();

    /** Until the transaction ends nobody else tells anything. */
    void alone();
}
