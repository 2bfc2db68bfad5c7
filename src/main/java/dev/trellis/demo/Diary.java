package dev.trellis.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When things are written: on working days, spread over the year, within sensible hours. */
final class Diary {

    private Diary() {}

    /**
     * Moments for one person, earliest first. The time the person was there is cut into as many stretches as there are moments,
     * and each gets one, so that nobody falls silent for half a year by chance; the month under way goes on at the same pace.
     *
     * @param count in the whole months
     * @param lastHour the latest hour of the day in which one begins, 9 to 22
     */
    static List<LocalDateTime> moments(int count, Member member, int lastHour, Chance chance) {
        LocalDate first = member.firstDay();
        double stretch = ChronoUnit.DAYS.between(first, DemoCalendar.monthUnderWay()) / (double) count;
        List<LocalDateTime> moments = new ArrayList<>();
        for (int number = 0; ; number++) {
            LocalDate day = first.plusDays((long) (stretch * (number + chance.within(0, 1))));
            if (day.isAfter(DemoCalendar.STORY_ENDS)) {
                return moments;
            }
            moments.add(at(day, lastHour, chance));
        }
    }

    /** A moment on that day, or on the working day before if it falls on a weekend. */
    static LocalDateTime at(LocalDate day, int lastHour, Chance chance) {
        int weekend = Math.max(0, day.getDayOfWeek().getValue() - 5);
        return day.minusDays(weekend).atTime(chance.between(8, lastHour), chance.between(0, 59));
    }

    /** The number for a whole year, cut to the part of it the person was there; at least one. */
    static int count(int low, int high, Member member, Chance chance) {
        return Math.max(1, (int) Math.round(chance.between(low, high) * member.shareOfYear()));
    }
}
