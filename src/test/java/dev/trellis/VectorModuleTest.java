package dev.trellis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts real processes with {@code java -jar}, as people do. */
@DisabledOnOs(OS.WINDOWS)
class VectorModuleTest {

    @TempDir
    Path folder;

    private Path jar = Path.of("");

    /** What the processes below run. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            VectorModule.ensure();
            boolean there =
                    ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
            System.out.println(there + " " + ProcessHandle.current().pid() + " " + System.getProperty("given") + " "
                    + List.of(arguments));
            if (arguments.length > 0 && arguments[0].equals("wait")) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
                System.out.println("waiting");
                Thread.sleep(60_000);
            }
            System.exit(System.in.read());
        }
    }

    @BeforeEach
    void jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, of(VectorModule.class) + " " + of(VectorModuleTest.class));
        attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
        jar = folder.resolve("a program.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
    }

    private static String of(Class<?> compiled) {
        return compiled.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dgiven=as it was", "-jar"));
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    @Test
    void aJarRunsWithTheModuleAsTheSameProcessWithTheSameArguments() throws Exception {
        Process process = start("one", "two words", "ü 😀");
        process.outputWriter(UTF_8).append('\7').close();

        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("true " + process.pid() + " as it was [one, two words, ü 😀]");
        }
        assertThat(process.waitFor()).as("exit code, read from standard input").isEqualTo(7);
    }

    @Test
    void aSignalReachesTheProgram() throws Exception {
        Process process = start("wait");
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).startsWith("true ");
            assertThat(out.readLine()).isEqualTo("waiting");
            process.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo("stopped in order");
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
    }

    @Test
    void whereTheModuleCannotBeHadTheProgramRunsAllTheSame() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtrellis.started-again=true",
                "-jar",
                jar.toString());
        Process process = new ProcessBuilder(command).start();
        process.outputWriter(UTF_8).append('\0').close();

        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).startsWith("false " + process.pid());
        }
        assertThat(process.waitFor()).isZero();
    }
}
