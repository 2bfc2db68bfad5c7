package dev.trellis.trends;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A flag's line over time, laid out for the page: x runs from 40 to 392, y from 20 (highest) to 150 (zero). Months in which
 * too few people stand behind a value are left out of the line and named in the table.
 */
record TrendChart(
        String id,
        String caption,
        String path,
        double endX,
        double endY,
        String endLabel,
        @Nullable String otherPath,
        double otherY,
        String otherLabel,
        @Nullable String band,
        @Nullable Double markerX,
        String markerLabel,
        List<Tick> ticks,
        String from,
        String to,
        List<String> columns,
        List<List<String>> rows) {

    private static final double LEFT = 40;
    private static final double RIGHT = 392;
    private static final double TOP = 20;
    private static final double BASE = 150;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    record Tick(double y, String label) {}

    static TrendChart of(TrendFlag flag, int number) {
        boolean theme = flag.measure() == TrendFlag.Measure.THEME;
        DoubleFunction<String> words = theme ? TrendChart::percent : TrendChart::levels;
        TrendFlag.Series series = flag.series();
        double highest = java.util.stream.Stream.of(series.values(), series.others())
                .flatMap(List::stream)
                .flatMap(published -> published.value().stream())
                .mapToDouble(value -> value)
                .max()
                .orElse(1);
        double step =
                theme ? Math.max(0.1, Math.ceil(highest / 3 * 10) / 10) : Math.max(0.5, Math.ceil(highest / 3 * 2) / 2);
        double top = step * Math.max(1, Math.ceil(highest / step));
        Line own = Line.of(series.values(), top);
        Line others = Line.of(series.others(), top);
        List<Tick> ticks = new ArrayList<>();
        for (double value = 0; value <= top + 1e-9; value += step) {
            ticks.add(new Tick(
                    y(value, top), theme ? Math.round(value * 100) + " %" : String.format(Locale.ROOT, "%.1f", value)));
        }
        int at = series.months().indexOf(flag.since());
        return new TrendChart(
                "flag-" + number,
                theme
                        ? "Share of those who shared reflections who spoke of “" + flag.competencyName()
                                + "”, by month. " + flag.team() + " is solid, everyone else dashed."
                        : "Mean gap in “" + flag.competencyName() + "” of the same people in " + flag.team()
                                + ", in levels, by month.",
                own.path(),
                own.endX(),
                own.endY(),
                own.end().map(words::apply).orElse(""),
                others.end().isPresent() ? others.path() : null,
                others.endY(),
                others.end().map(words::apply).orElse(""),
                null,
                at < 0 ? null : x(at, series.months().size()),
                "since " + SINCE.format(flag.since()),
                ticks,
                MONTH.format(series.months().getFirst()),
                MONTH.format(series.months().getLast()),
                theme
                        ? List.of("Month", flag.team(), "Everyone else", "People in " + flag.team())
                        : List.of("Month", flag.team(), "People"),
                rows(series, theme, words));
    }

    private static List<List<String>> rows(TrendFlag.Series series, boolean theme, DoubleFunction<String> words) {
        List<List<String>> rows = new ArrayList<>();
        String few = theme ? "fewer than 10" : "fewer than 5";
        for (int i = 0; i < series.months().size(); i++) {
            Published own = series.values().get(i);
            List<String> row = new ArrayList<>();
            row.add(MONTH.format(series.months().get(i)));
            row.add(own.value().map(words::apply).orElse(few));
            if (theme) {
                row.add(series.others().get(i).value().map(words::apply).orElse(few));
            }
            row.add(own.shown() ? String.valueOf(own.people()) : few);
            rows.add(row);
        }
        return rows;
    }

    private record Line(String path, double endX, double endY, Optional<Double> end) {

        static Line of(List<Published> values, double top) {
            StringBuilder path = new StringBuilder();
            double endX = LEFT;
            double endY = BASE;
            Optional<Double> end = Optional.empty();
            for (int i = 0; i < values.size(); i++) {
                Optional<Double> value = values.get(i).value();
                if (value.isPresent()) {
                    endX = x(i, values.size());
                    endY = y(value.get(), top);
                    path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", endX, endY));
                    end = value;
                }
            }
            return new Line(path.toString(), endX, endY, end);
        }
    }

    private static double x(int index, int count) {
        return Math.round((LEFT + (RIGHT - LEFT) * index / Math.max(1, count - 1)) * 10) / 10.0;
    }

    private static double y(double value, double top) {
        return Math.round((BASE - (BASE - TOP) * value / top) * 10) / 10.0;
    }

    static String percent(double share) {
        return share <= 0.1 ? "10 % or less" : share >= 0.9 ? "90 % or more" : Math.round(share * 100) + " %";
    }

    static String levels(double levels) {
        return levels <= 0.1 ? "0.1 or less" : String.format(Locale.ROOT, "%.1f", levels);
    }
}
