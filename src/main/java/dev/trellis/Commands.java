package dev.trellis;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line. Help, versions and mistakes are answered before Spring starts. */
final class Commands {

    static final String SERVE = "serve";

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** {@code --trellis.home=…} is configuration; a command's own options have no dot. */
    private static final Pattern CONFIGURATION = Pattern.compile("--[A-Za-z][\\w-]*\\.[^=]+(=.*)?", Pattern.DOTALL);

    private static final List<String> ASKS_ONLY = List.of("--help", "-h", "--version", "-V");

    private final List<TrellisCommand> commands;
    private final Function<List<String>, ConfigurableApplicationContext> start;
    private final PrintWriter out;
    private final PrintWriter progress;

    Commands(
            List<TrellisCommand> commands,
            Function<List<String>, ConfigurableApplicationContext> start,
            PrintWriter out,
            PrintWriter progress) {
        this.commands = commands;
        this.start = start;
        this.out = out;
        this.progress = progress;
    }

    /** Whether these arguments name a command or ask for help; otherwise they are the service's configuration. */
    static boolean wanted(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || ASKS_ONLY.contains(arguments[0]));
    }

    /** @return 0 done, 1 not done, 2 not understood */
    static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        // Spring Boot logs to System.out, which belongs to the command's result.
        System.setOut(System.err);
        return new Commands(found(), Commands::start, out, new PrintWriter(System.err, true)).execute(arguments);
    }

    int execute(String... arguments) {
        List<String> configuration = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (String argument : arguments) {
            (CONFIGURATION.matcher(argument).matches() ? configuration : own).add(argument);
        }
        return new CommandLine(tree())
                .setOut(out)
                .setErr(progress)
                .setParameterExceptionHandler((problem, given) -> {
                    progress.println(problem.getMessage());
                    problem.getCommandLine().usage(progress);
                    return NOT_UNDERSTOOD;
                })
                .setExecutionStrategy(parsed -> {
                    Integer answered = CommandLine.executeHelpRequest(parsed);
                    return answered != null ? answered : execute(parsed, configuration);
                })
                .execute(own.toArray(String[]::new));
    }

    private int execute(ParseResult parsed, List<String> configuration) {
        CommandSpec asked = parsed.asCommandLineList().getLast().getCommandSpec();
        if (!(asked.userObject() instanceof TrellisCommand command)) {
            throw new CommandLine.ParameterException(asked.commandLine(), "Say which: a word is missing.");
        }
        try {
            return command.needsTrellis() ? runBeside(command, configuration) : run(command);
        } catch (TrellisCommand.CommandFailed e) {
            progress.println(e.getMessage());
            return FAILED;
        } catch (Exception e) {
            // A failed start has been reported by Spring Boot already; anything else is a defect worth its trace.
            if (!(e instanceof StartFailed)) {
                LoggerFactory.getLogger(Commands.class).error("{} failed", asked.qualifiedName(), e);
            }
            return FAILED;
        }
    }

    private int runBeside(TrellisCommand command, List<String> configuration) throws Exception {
        try (ConfigurableApplicationContext trellis = start.apply(configuration)) {
            return command.run(trellis, out, progress);
        }
    }

    private int run(TrellisCommand command) throws Exception {
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return command.run(new StaticListableBeanFactory(), out, progress);
    }

    private CommandSpec tree() {
        CommandSpec root = group("trellis", "Without a command, or with 'serve', Trellis starts its service.");
        root.addSubcommand(SERVE, group(SERVE, "Starts the service."));
        Map<String, CommandSpec> groups = new TreeMap<>();
        for (TrellisCommand command : commands) {
            CommandSpec spec = CommandSpec.forAnnotatedObject(command);
            describe(spec);
            int space = spec.name().indexOf(' ');
            if (space < 0) {
                root.addSubcommand(spec.name(), spec);
                continue;
            }
            String last = spec.name().substring(space + 1);
            groups.computeIfAbsent(spec.name().substring(0, space), word -> group(word, ""))
                    .addSubcommand(last, spec.name(last));
        }
        groups.forEach((word, group) -> {
            group.usageMessage()
                    .description(
                            word + " " + String.join(" | ", group.subcommands().keySet()));
            root.addSubcommand(word, group);
        });
        return root;
    }

    private static CommandSpec group(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        describe(spec);
        return spec;
    }

    private static void describe(CommandSpec spec) {
        spec.mixinStandardHelpOptions(true);
        spec.versionProvider(() -> new String[] {"Trellis " + version()});
    }

    private static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static List<TrellisCommand> found() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(TrellisCommand.class));
        return scan.findCandidateComponents(Commands.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(type -> (TrellisCommand) BeanUtils.instantiateClass(type))
                .sorted(Comparator.comparing(command -> command.getClass().getName()))
                .toList();
    }

    /** The service without its web server and without background work, able to use a running service's PostgreSQL. */
    private static ConfigurableApplicationContext start(List<String> configuration) {
        SpringApplication application = new SpringApplication(TrellisApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // A command makes the few beans it asks for.
        application.setLazyInitialization(true);
        List<String> all = new ArrayList<>(List.of(
                "--trellis.workers=false",
                "--trellis.join-running-postgres=true",
                "--db-scheduler.enabled=false",
                "--spring.modulith.events.republish-outstanding-events-on-restart=false",
                "--spring.task.execution.shutdown.await-termination=true",
                "--spring.task.execution.shutdown.await-termination-period=60s",
                "--logging.level.root=warn"));
        all.addAll(configuration);
        try {
            return application.run(all.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new StartFailed(e);
        }
    }

    private static final class StartFailed extends RuntimeException {
        StartFailed(RuntimeException cause) {
            super(cause);
        }
    }
}
