package dev.trellis.risk;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval risk}: learns from some presentations of courses which goals are missed, and tells it of others. */
@Command(
        name = "eval risk",
        description = "Measures how early and how well it is told which learners will miss their goal.")
class EvalRiskCommand implements TrellisCommand {

    static final List<Integer> DAYS = List.of(30, 60, 90);

    @Option(
            names = "--train",
            required = true,
            paramLabel = "PATH[:PRESENTATIONS]",
            description = "Folder to learn from, and which presentations: ../shared/data/goal-risk:2013B,2013J.")
    private String train = "";

    @Option(
            names = "--test",
            required = true,
            paramLabel = "PATH[:PRESENTATIONS]",
            description = "Folder and presentations to measure on, later ones.")
    private String test = "";

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        List<Enrolment> learned = CourseFolder.of(train).enrolments();
        List<Enrolment> asked = CourseFolder.of(test).enrolments();
        refuseSame(learned, asked);
        Map<String, Object> measures = new LinkedHashMap<>();
        Map<String, Object> baseline = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (int day : DAYS) {
            List<Situation> situations = Situation.on(day, asked);
            RiskModel model = new RiskTraining(day).train(learned);
            RiskMeasures measured = measures(asked, situations, model::probability);
            RiskMeasures plain = measures(asked, situations, new PlainModel(learned, day)::probability);
            measures.put(Integer.toString(day), measured.named());
            baseline.put(Integer.toString(day), plain.named());
            ids.add(model.id(RiskTraining.TRAINED_AT));
            print(out, day, measured);
            progress.println("day " + day + " measured");
        }
        out.println(new Measured(measures, baseline, asked.size(), String.join(" ", ids)).asJson());
        return 0;
    }

    private static void refuseSame(List<Enrolment> learned, List<Enrolment> asked) {
        Set<Course> courses = learned.stream().map(Enrolment::course).collect(Collectors.toSet());
        asked.stream()
                .map(Enrolment::course)
                .filter(courses::contains)
                .findAny()
                .ifPresent(course -> {
                    throw new CommandFailed(
                            "%s %s is in both --train and --test: what was learned from measures nothing."
                                    .formatted(course.module(), course.presentation()));
                });
    }

    private static RiskMeasures measures(
            List<Enrolment> asked, List<Situation> situations, ToDoubleFunction<Situation> probability) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            judged.add(new Judged(asked.get(i), probability.applyAsDouble(situations.get(i))));
        }
        return new RiskMeasures(judged);
    }

    private static void print(PrintWriter out, int day, RiskMeasures measured) {
        out.printf(
                Locale.ROOT,
                "day %d: AUC %.3f, Brier %.3f, calibration error %.3f%n",
                day,
                measured.auc(),
                measured.brier(),
                measured.calibrationError());
        print(out, TruePositives.of(measured.judged(), Grouping.BROAD));
        print(out, TruePositives.of(measured.judged(), Grouping.FINE));
    }

    private static void print(PrintWriter out, TruePositives positives) {
        positives.groups().forEach((attribute, groups) -> {
            for (TruePositives.Group group : groups) {
                out.printf(
                        Locale.ROOT,
                        "  %-12s %-22s %.3f of %d who missed were flagged (%.3f to %.3f)%s%n",
                        attribute,
                        group.name(),
                        group.share(),
                        group.missed(),
                        group.interval().getLowerBound(),
                        group.interval().getUpperBound(),
                        group.isCompared() ? "" : ", too few to compare");
            }
        });
    }
}
