package dev.trellis.risk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trellis.TrellisCommand.CommandFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads learners, courses, assessments and scores in the form of the Open University Learning Analytics Dataset.
 *
 * @param folder with {@code oulad_courses}, {@code oulad_assessments}, {@code oulad_studentInfo} and
 *     {@code oulad_studentAssessment}, each {@code .csv} or {@code .csv.gz}
 * @param presentations which to read; none means all
 */
record CourseFolder(Path folder, Set<String> presentations) {

    /** What a learner is measured by but never judged by. */
    static final Map<String, String> PROTECTED = Map.of(
            "gender", "gender",
            "age_band", "age",
            "region", "region",
            "disability", "disability",
            "imd_band", "deprivation");

    /** What a spreadsheet made of a band on its way here. */
    private static final String GARBLED = "20-Oct";

    private static final String TENTH_TO_FIFTH = "10-20%";

    /** How the dataset says that something is not known, where it does not leave it out. */
    private static final String UNKNOWN = "?";

    private static final String EXAM = "Exam";
    private static final Set<String> MISSED = Set.of("Fail", "Withdrawn");
    private static final Set<String> MET = Set.of("Pass", "Distinction");

    CourseFolder {
        presentations = Set.copyOf(presentations);
    }

    /** {@code PATH} or {@code PATH:2013B,2013J}. */
    static CourseFolder of(String argument) {
        int colon = argument.lastIndexOf(':');
        return colon < 0 || Files.isDirectory(Path.of(argument))
                ? new CourseFolder(Path.of(argument), Set.of())
                : new CourseFolder(
                        Path.of(argument.substring(0, colon)),
                        Set.of(argument.substring(colon + 1).split(",")));
    }

    private record Key(String module, String presentation) {}

    private record Work(String assessment, String learner) {}

    /** @throws CommandFailed naming the file, and the line where one is wrong */
    List<Enrolment> enrolments() {
        Map<Key, List<Step>> steps = new HashMap<>();
        Map<String, Step> byId = new HashMap<>();
        Map<String, Key> courseOf = new HashMap<>();
        rows("assessments", row -> {
            Key key = key(row);
            if (isWanted(key) && !row.getField("assessment_type").equals(EXAM)) {
                String id = row.getField("id_assessment");
                Step step = new Step(
                        id,
                        row.getField("assessment_type").equals("TMA"),
                        whole("assessments", row, "date"),
                        number("assessments", row, "weight"));
                byId.put(id, step);
                courseOf.put(id, key);
                steps.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
            }
        });
        Map<Key, Course> courses = new HashMap<>();
        rows("courses", row -> {
            Key key = key(row);
            if (isWanted(key)) {
                List<Step> own = new ArrayList<>(steps.getOrDefault(key, List.of()));
                own.sort(Comparator.comparingInt(Step::due).thenComparing(Step::id));
                courses.put(
                        key,
                        new Course(
                                key.module(),
                                key.presentation(),
                                whole("courses", row, "module_presentation_length"),
                                own));
            }
        });
        Map<Key, Map<String, List<Done>>> done = new HashMap<>();
        Set<Work> seen = new HashSet<>();
        rows("studentAssessment", row -> {
            String id = row.getField("id_assessment");
            Step step = byId.get(id);
            String learner = row.getField("id_student");
            if (step != null && seen.add(new Work(id, learner))) {
                done.computeIfAbsent(courseOf.get(id), k -> new HashMap<>())
                        .computeIfAbsent(learner, k -> new ArrayList<>())
                        .add(new Done(
                                step,
                                whole("studentAssessment", row, "date_submitted"),
                                row.getField("is_banked").equals("1"),
                                isUnknown(row.getField("score"))
                                        ? Double.NaN
                                        : number("studentAssessment", row, "score")));
            }
        });
        List<Enrolment> enrolments = new ArrayList<>();
        rows("studentInfo", row -> {
            Key key = key(row);
            if (isWanted(key)) {
                enrolments.add(enrolment(row, key, courses, done));
            }
        });
        if (enrolments.isEmpty()) {
            throw new CommandFailed(folder + " has no learners"
                    + (presentations.isEmpty() ? "" : " of " + String.join(", ", presentations)) + ".");
        }
        return enrolments;
    }

    private Enrolment enrolment(
            NamedCsvRecord row, Key key, Map<Key, Course> courses, Map<Key, Map<String, List<Done>>> done) {
        Course course = courses.get(key);
        if (course == null) {
            throw wrong("studentInfo", row, "the course " + key.module() + " " + key.presentation() + " is unknown");
        }
        String result = row.getField("final_result").strip();
        if (!MISSED.contains(result) && !MET.contains(result)) {
            throw wrong("studentInfo", row, "\"" + result + "\" is no final result");
        }
        String learner = row.getField("id_student");
        List<Done> own = new ArrayList<>(done.getOrDefault(key, Map.of()).getOrDefault(learner, List.of()));
        own.sort(Comparator.comparingInt(Done::day)
                .thenComparing(one -> one.step().id()));
        Map<String, String> groups = new LinkedHashMap<>();
        PROTECTED.forEach((column, name) -> groups.put(
                name,
                row.findField(column)
                        .filter(value -> !isUnknown(value))
                        .map(String::strip)
                        .map(value -> value.equals(GARBLED) ? TENTH_TO_FIFTH : value)
                        .orElse("")));
        return new Enrolment(
                course,
                learner,
                whole("studentInfo", row, "num_of_prev_attempts"),
                number("studentInfo", row, "studied_credits"),
                own,
                MISSED.contains(result),
                groups);
    }

    private boolean isWanted(Key key) {
        return presentations.isEmpty() || presentations.contains(key.presentation());
    }

    private static Key key(NamedCsvRecord row) {
        return new Key(row.getField("code_module"), row.getField("code_presentation"));
    }

    private static boolean isUnknown(String field) {
        return field.isBlank() || field.strip().equals(UNKNOWN);
    }

    private int whole(String file, NamedCsvRecord row, String column) {
        return (int) Math.round(number(file, row, column));
    }

    private double number(String file, NamedCsvRecord row, String column) {
        String field = row.getField(column);
        try {
            double number = Double.parseDouble(field);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(file, row, column + " \"" + field + "\" is no number");
        }
        throw wrong(file, row, column + " \"" + field + "\" is no number");
    }

    private CommandFailed wrong(String file, NamedCsvRecord row, String what) {
        return new CommandFailed(file(file) + ", line " + row.getStartingLineNumber() + ": " + what + ".");
    }

    private void rows(String name, Consumer<NamedCsvRecord> each) {
        Path path = file(name);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                Reader reader = new InputStreamReader(plain, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            csv.forEach(each);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new CommandFailed(path + " cannot be read: " + e.getMessage() + ".");
        } catch (NoSuchElementException e) {
            throw new CommandFailed(path + ": " + e.getMessage() + ".");
        }
    }

    private Path file(String name) {
        for (String ending : List.of(".csv.gz", ".csv")) {
            Path path = folder.resolve("oulad_" + name + ending);
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        throw new CommandFailed("There is no file oulad_" + name + ".csv.gz in " + folder + ".");
    }
}
