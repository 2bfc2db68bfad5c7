package dev.trellis.imports;

import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "import",
        description = {
            "Imports people, activities, goals or reflections from a CSV file, or a framework from its folder or zip.",
            "All of it is imported or nothing. What is there already is changed by its external id; nothing is deleted."
        })
class ImportCommand implements TrellisCommand {

    /** The command line acts for whoever runs the machine. */
    private static final String BY = "trellis";

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = Kinds.class,
            description = "people, activities, goals, reflections, onet or esco")
    ImportKind kind = ImportKind.PEOPLE;

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "A CSV file; for onet and esco the folder or a zip of it.")
    Path path = Path.of("");

    @Option(names = "--dry-run", description = "Does everything and undoes it: says what would happen.")
    boolean dryRun;

    @Option(
            names = "--most-errors",
            paramLabel = "N",
            defaultValue = "20",
            description = "Errors to list before only their number is given (default: 20).")
    int mostErrors;

    @Option(
            names = "--error-file",
            paramLabel = "FILE",
            description = "Where the failing rows go (default: PATH with .errors.csv).")
    @Nullable
    Path errorFile;

    static final class Kinds implements ITypeConverter<ImportKind> {
        @Override
        public ImportKind convert(String word) {
            return Cells.oneOf(ImportKind.class, word)
                    .orElseThrow(() -> new TypeConversionException("“" + word + "” cannot be imported"));
        }
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        long began = System.nanoTime();
        ImportOutcome outcome = trellis.getBean(Imports.class)
                .run(
                        new Imports.Request(kind, path, String.valueOf(path.getFileName()), dryRun, BY),
                        new ProgressLines(progress));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        list(outcome, out);
        if (outcome.errorFile().isPresent()) {
            out.println("Failing rows: " + write(outcome.errorFile().get()));
        }
        out.printf(Locale.ROOT, "%s (%.1f s)%n", outcome.summary(), took.toMillis() / 1_000.0);
        return outcome.sound() ? 0 : 1;
    }

    private void list(ImportOutcome outcome, PrintWriter out) {
        List<Problem> problems = outcome.problems();
        problems.stream().limit(mostErrors).forEach(problem -> out.println(problem.words()));
        long more = Math.max(outcome.errors(), problems.size()) - Math.min(mostErrors, problems.size());
        if (more > 0) {
            out.printf(Locale.ROOT, "and %,d more%n", more);
        }
    }

    private Path write(String rows) throws IOException {
        Path file = errorFile != null ? errorFile : path.resolveSibling(path.getFileName() + ".errors.csv");
        return Files.writeString(file, "\uFEFF" + rows, StandardCharsets.UTF_8);
    }

    /** A line every two seconds. */
    private static final class ProgressLines implements Progress {
        private static final long EVERY_NANOS = 2_000_000_000L;

        private final PrintWriter out;
        private long last = System.nanoTime();

        ProgressLines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void at(double share, long rows) {
            if (System.nanoTime() - last >= EVERY_NANOS) {
                last = System.nanoTime();
                out.printf(Locale.ROOT, "%3.0f %%  %,d rows%n", 100 * share, rows);
            }
        }
    }
}
