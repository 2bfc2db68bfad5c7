package dev.trellis.fairness;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report for each quarter that is over, worked out once and kept: a second look some days later, when somebody was added or
 * left, must not tell of that one person.
 */
@Component
class FairnessReports {

    private static final int OFFERED = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final FairnessCases cases;
    private final Clock clock;

    FairnessReports(JdbcClient jdbc, FairnessCases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param quarter its first day */
    record Report(LocalDate quarter, Instant madeAt, int cases, List<ImpactRatio> ratios) {}

    /** First days of the quarters that are over, latest first. */
    List<LocalDate> quarters() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
        List<LocalDate> quarters = new ArrayList<>();
        for (int back = 1; back <= OFFERED; back++) {
            quarters.add(first.minusMonths(3L * back));
        }
        return quarters;
    }

    /** @throws IllegalArgumentException if the quarter is not over, or is none of those offered */
    Report of(LocalDate quarter) {
        if (!quarters().contains(quarter)) {
            throw new IllegalArgumentException("no report for " + quarter);
        }
        return kept(quarter).orElseGet(() -> {
            List<Audited> audited = cases.signedOff(
                    quarter.atStartOfDay().toInstant(ZoneOffset.UTC),
                    quarter.plusMonths(3).atStartOfDay().toInstant(ZoneOffset.UTC));
            List<ImpactRatio> ratios = ImpactRatios.of(audited);
            if (!ratios.isEmpty()) {
                keep(new Report(quarter, clock.instant(), audited.size(), ratios));
            }
            return kept(quarter).orElse(new Report(quarter, clock.instant(), audited.size(), ratios));
        });
    }

    private Optional<Report> kept(LocalDate quarter) {
        return jdbc.sql("select made_at, cases, figures from fairness_report where quarter = :quarter")
                .param("quarter", quarter)
                .query((row, n) -> new Report(
                        quarter,
                        row.getTimestamp(1).toInstant(),
                        row.getInt(2),
                        JSON.readValue(row.getString(3), new TypeReference<List<ImpactRatio>>() {})))
                .optional();
    }

    private void keep(Report report) {
        jdbc.sql("""
                        insert into fairness_report (quarter, made_at, cases, figures)
                        values (:quarter, :madeAt, :cases, :figures)
                        on conflict (quarter) do nothing
                        """)
                .param("quarter", report.quarter())
                .param("madeAt", Timestamp.from(report.madeAt()))
                .param("cases", report.cases())
                .param("figures", JSON.writeValueAsString(report.ratios()))
                .update();
    }
}
