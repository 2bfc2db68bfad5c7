package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCalendarTest {

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-28", "2028-02-29", "2026-01-01", "2026-12-31", "2026-11-30", "2027-05-01"})
    void keepsMonthOrderAndWorkingDays(LocalDate anchor) {
        DemoCalendar calendar = new DemoCalendar(anchor);
        List<LocalDate> told = DemoCalendar.storyBegins()
                .datesUntil(DemoCalendar.STORY_ENDS.plusDays(1))
                .toList();

        List<LocalDateTime> placed =
                told.stream().map(day -> calendar.moment(day.atTime(17, 5))).toList();

        assertThat(placed).isSorted().allSatisfy(moment -> {
            assertThat(moment.getDayOfWeek()).isBetween(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            assertThat(moment.toLocalTime()).hasToString("17:05");
        });
        for (int i = 0; i < told.size(); i++) {
            assertThat(monthsBetween(placed.get(i).toLocalDate(), anchor))
                    .isEqualTo(monthsBetween(told.get(i), DemoCalendar.STORY_ENDS));
            assertThat(monthsBetween(calendar.day(told.get(i)), anchor))
                    .isEqualTo(monthsBetween(told.get(i), DemoCalendar.STORY_ENDS));
        }
    }

    /** What was written on a Monday of the days around it, and on a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, Thursday, last week, At the end of last week",
        "2026-12-03, Tuesday, earlier this week, At the start of the week"
    })
    void daysCloseByAreNamedAsTheyReadOnTheDay(LocalDate on, String twoDaysAgo, String week, String start) {
        assertThat(DayWords.on(on, "It broke on " + DayWords.weekday(2) + " " + DayWords.week() + "."))
                .isEqualTo("It broke on %s %s.", twoDaysAgo, week);
        assertThat(DayWords.on(on, DayWords.capitalised(DayWords.startOfWeek() + " it broke.")))
                .isEqualTo(start + " it broke.");
    }

    private static long monthsBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }
}
