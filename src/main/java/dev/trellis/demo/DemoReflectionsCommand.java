package dev.trellis.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trellis.TrellisCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo reflections}: the demo organisation's journal entries with the theme each was written about, to measure reading. */
@Command(name = "demo reflections", description = "Writes the demo organisation's reflections and their themes as CSV.")
class DemoReflectionsCommand implements TrellisCommand {

    @Option(names = "--seed", description = "Seed of the organisation (default: ${DEFAULT-VALUE}).")
    private long seed = MadeUpOrganisation.SEED;

    @Option(names = "--anchor", description = "The organisation's today (default: ${DEFAULT-VALUE}).")
    private LocalDate anchor = LocalDate.of(2026, 11, 24);

    @Option(names = "--into", required = true, description = "The CSV file to write.")
    private Path into = Path.of("");

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        int written = 0;
        try (CsvWriter csv = CsvWriter.builder().build(into)) {
            csv.writeRecord("text", "theme");
            for (DemoReflection reflection :
                    DemoOrganisation.generate(seed, anchor).evidence(DemoReflection.class)) {
                if (reflection.form() == DemoReflection.Form.JOURNAL) {
                    csv.writeRecord(reflection.text(), reflection.theme());
                    written++;
                }
            }
        }
        out.println(written + " reflections written to " + into);
        return 0;
    }
}
