package dev.trellis.reading;

import java.util.Locale;

/** Stated probability against the share that was right, as an SVG: on the line is calibrated, the area of a dot is its count. */
final class CalibrationPlot {

    private static final double LEFT = 56;
    private static final double TOP = 24;
    private static final double SIDE = 300;
    private static final double LARGEST_DOT = 14;

    private CalibrationPlot() {}

    /** @param counted what a dot's count counts, in the plural */
    static String of(Reliability reliability, String counted, String caption) {
        int most = reliability.bins().stream()
                .mapToInt(Reliability.Bin::count)
                .max()
                .orElse(1);
        StringBuilder marks = new StringBuilder();
        for (double share = 0; share <= 1.001; share += 0.25) {
            marks.append(format(
                    """
                      <line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" class="grid"/>
                      <text x="%.1f" y="%.1f" text-anchor="end">%.0f %%</text>
                      <text x="%.1f" y="%.1f" text-anchor="middle">%.0f %%</text>
                    """,
                    LEFT,
                    y(share),
                    LEFT + SIDE,
                    y(share),
                    LEFT - 8,
                    y(share) + 4,
                    share * 100,
                    x(share),
                    TOP + SIDE + 18,
                    share * 100));
        }
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.count() > 0) {
                marks.append(format(
                        """
                          <circle cx="%.1f" cy="%.1f" r="%.1f"><title>stated %.2f, right %.2f, %d %s</title></circle>
                          <text x="%.1f" y="%.1f" class="count">%d</text>
                        """,
                        x(bin.stated()),
                        y(bin.right()),
                        LARGEST_DOT * Math.sqrt(bin.count() / (double) most),
                        bin.stated(),
                        bin.right(),
                        bin.count(),
                        counted,
                        x(bin.stated()) + LARGEST_DOT + 3,
                        y(bin.right()) + 4,
                        bin.count()));
            }
        }
        return format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 380" role="img" aria-labelledby="caption">
                  <title id="caption">%s</title>
                  <style>
                    svg { background: #fff } text { font: 12px system-ui, sans-serif; fill: #333 }
                    .grid { stroke: #ddd } .even { stroke: #888; stroke-dasharray: 4 4 }
                    circle { fill: #1f6f5c; fill-opacity: .75 } .count { fill: #777; font-size: 10px }
                  </style>
                %s  <line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" class="even"/>
                  <text x="%.1f" y="370" text-anchor="middle">stated probability</text>
                  <text transform="translate(14 %.1f) rotate(-90)" text-anchor="middle">share that was right</text>
                </svg>
                """, caption, marks, x(0), y(0), x(1), y(1), LEFT + SIDE / 2, TOP + SIDE / 2);
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
