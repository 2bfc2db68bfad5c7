package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter progress = new StringWriter();
    private final List<List<String>> starts = new ArrayList<>();
    private final Commands commands = new Commands(
            List.of(new WaterRoses(), new WaterTulips()),
            configuration -> {
                starts.add(configuration);
                GenericApplicationContext context = new GenericApplicationContext();
                context.refresh();
                return context;
            },
            new PrintWriter(out, true),
            new PrintWriter(progress, true));

    @ParameterizedTest
    @CsvSource({
        "--server.port=8081, false",
        "--debug, false",
        "import, true",
        "audit, true",
        "nonsense, true",
        "--help, true",
        "-V, true"
    })
    void theFirstArgumentTellsACommandFromTheServicesConfiguration(String first, boolean command) {
        assertThat(Commands.wanted(first)).isEqualTo(command);
        assertThat(Commands.wanted()).isFalse();
    }

    @Test
    void aCommandRunsWithItsOwnOptionsAndHandsTheConfigurationOn() {
        int exit = commands.execute("water", "roses", "--trellis.home=/somewhere", "--litres", "3", "red");

        assertThat(exit).isZero();
        assertThat(out.toString().strip()).isEqualTo("red roses: 3 litres");
        assertThat(starts).containsExactly(List.of("--trellis.home=/somewhere"));
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense", // an unknown command
        "water", // half a command
        "water daisies", // an unknown second word
        "water roses", // a parameter missing
        "water roses red --litres many", // an option that is no number
        "water roses red --depth 3" // an unknown option
    })
    void whatIsNotUnderstoodIsAnsweredWithUsageBeforeAnythingStarts(String line) {
        assertThat(commands.execute(line.split(" "))).isEqualTo(2);
        assertThat(progress.toString()).contains("Usage:");
        assertThat(starts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "water --help", "water roses --help", "--version"})
    void helpAndVersionStartNothing(String line) {
        assertThat(commands.execute(line.split(" "))).isZero();
        assertThat(out.toString()).contains(line.contains("version") ? "Trellis" : "Usage:");
        assertThat(starts).isEmpty();
    }

    @Test
    void aFailureIsOneSentenceAndExitCodeOne() {
        assertThat(commands.execute("water", "tulips")).isEqualTo(1);
        assertThat(progress.toString().strip()).isEqualTo("The can is empty.");
    }

    @Test
    void everyCommandOnTheClassPathIsWellFormed() {
        Commands all = new Commands(
                Commands.found(),
                configuration -> {
                    throw new AssertionError("help must not start Trellis");
                },
                new PrintWriter(out, true),
                new PrintWriter(progress, true));
        assertThat(all.execute("--help")).isZero();
    }

    @Command(name = "water roses", description = "Waters roses.")
    static class WaterRoses implements TrellisCommand {
        @Parameters
        String colour = "";

        @Option(names = "--litres")
        int litres;

        @Override
        public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
            out.println(colour + " roses: " + litres + " litres");
            return 0;
        }
    }

    @Command(name = "water tulips")
    static class WaterTulips implements TrellisCommand {
        @Override
        public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
            throw new CommandFailed("The can is empty.");
        }
    }
}
