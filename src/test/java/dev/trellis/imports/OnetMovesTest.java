package dev.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trellis.catalog.Competency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnetMovesTest {

    private static final Path OCCUPATIONS = Path.of("src/test/resources/dev/trellis/imports/onet");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(OCCUPATIONS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void goFromAnOccupationToTheNearestWithWhatEachDoesAndExpects() throws IOException {
        related("99-0001.00\t99-0002.00\tPrimary-Short\t1", "99-0002.00\t99-0001.00\tSupplemental\t1");
        tasks(
                "99-0001.00\t1\tLight lamps.",
                "99-0001.00\t2\tTrim wicks.",
                "99-0002.00\t3\tLead those who light lamps.");

        OnetMoves.Found found = OnetMoves.in(folder, 10);

        assertThat(found.moves()).singleElement().satisfies(move -> {
            assertThat(move.from().title()).isEqualTo("Lamplighters");
            assertThat(move.from().tasks()).containsExactly("Light lamps.", "Trim wicks.");
            assertThat(move.to().title()).isEqualTo("Chief Lamplighters");
            assertThat(move.to().levels()).isNotEmpty();
            assertThat(found.competencies().keySet())
                    .containsAll(move.to().levels().keySet());
        });
        assertThat(found.competencies().values()).extracting(Competency::name).doesNotContain("");
    }

    @Test
    void sayWhatIsMissing() throws IOException {
        related("99-0001.00\t99-0002.00\tPrimary-Short\t1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnetMoves.in(folder, 10))
                .withMessageContaining("task statements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnetMoves.in(folder.resolve("nowhere"), 10))
                .withMessageContaining("nowhere");
    }

    private void related(String... rows) throws IOException {
        write("Related Occupations.txt", "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex", rows);
    }

    private void tasks(String... rows) throws IOException {
        write("Task Statements.txt", "O*NET-SOC Code\tTask ID\tTask", rows);
    }

    private void write(String name, String header, String... rows) throws IOException {
        Files.write(
                folder.resolve(name),
                Stream.concat(Stream.of(header), List.of(rows).stream()).toList());
    }
}
