package dev.trellis;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lucene compares vectors with the processor's wide registers if the module {@code jdk.incubator.vector} is there, which makes
 * indexing and searching about 1.3 times as fast. Nothing in a jar can ask for it, so that {@code java -jar trellis.jar} would
 * go without.
 *
 * <p>The process therefore becomes the same command with that module added: {@code execv} keeps its id, its place in the
 * terminal and its environment, so that signals and the exit code are its own; a child process would have to be handed each of
 * them. It takes a third of a second. Where that is not possible (Windows), and where Java was not started with a jar, nothing
 * happens and all works, more slowly.
 */
final class VectorModule {

    private static final String MODULE = "jdk.incubator.vector";

    /** On the second start; never a third. */
    private static final String STARTED_AGAIN = "trellis.started-again";

    private VectorModule() {}

    /** Returns if the module is there or cannot be had; otherwise the program begins anew and this does not return. */
    static void ensure() {
        boolean there = ModuleLayer.boot().findModule(MODULE).isPresent();
        if (!there && System.getProperty(STARTED_AGAIN) == null && startedWithAJar()) {
            commandAgain().ifPresent(VectorModule::become);
        }
    }

    private static boolean startedWithAJar() {
        String classPath = System.getProperty("java.class.path", "");
        return classPath.endsWith(".jar") && Files.isRegularFile(Path.of(classPath));
    }

    /** Empty where the system does not tell how this process was started. */
    private static Optional<List<String>> commandAgain() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        return info.command()
                .flatMap(java -> info.arguments().map(arguments -> {
                    List<String> command = new ArrayList<>();
                    command.add(java);
                    command.add("--add-modules=" + MODULE);
                    command.add("--enable-native-access=ALL-UNNAMED");
                    command.add("-D" + STARTED_AGAIN + "=true");
                    command.addAll(List.of(arguments));
                    return command;
                }));
    }

    /** Returns only if it fails. */
    private static void become(List<String> command) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("execv").ifPresent(address -> {
            MethodHandle execv = linker.downcallHandle(
                    address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment arguments =
                        arena.allocate(MemoryLayout.sequenceLayout(command.size() + 1L, ValueLayout.ADDRESS));
                for (int i = 0; i < command.size(); i++) {
                    arguments.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(command.get(i)));
                }
                int failed = (int) execv.invokeExact(arena.allocateFrom(command.getFirst()), arguments);
                System.err.println(
                        "Search goes without " + MODULE + ": starting again with it failed (" + failed + ").");
            } catch (Throwable e) {
                System.err.println("Search goes without " + MODULE + ": " + e);
            }
        });
    }
}
