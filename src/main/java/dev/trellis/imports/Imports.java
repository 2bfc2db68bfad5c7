package dev.trellis.imports;

import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs an import in one transaction: all of it, or nothing. A dry run is the same import, undone at the end, so what it says
 * is what would happen.
 */
class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final long PROGRESS_EVERY_NANOS = 500_000_000L;

    private final Catalog catalog;
    private final People people;
    private final Mentorships mentorships;
    private final EvidenceLedger ledger;
    private final AuditTrail audit;
    private final ImportJobs jobs;
    private final List<FrameworkImport> frameworks;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Imports(
            Catalog catalog,
            People people,
            Mentorships mentorships,
            EvidenceLedger ledger,
            AuditTrail audit,
            ImportJobs jobs,
            List<FrameworkImport> frameworks,
            PlatformTransactionManager transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.catalog = catalog;
        this.people = people;
        this.mentorships = mentorships;
        this.ledger = ledger;
        this.audit = audit;
        this.jobs = jobs;
        this.frameworks = frameworks;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param file a CSV file; for a framework its folder or a zip of it
     * @param name the file's name as the person knows it
     * @param by a person's id, or {@code trellis}
     */
    record Request(ImportKind kind, Path file, String name, boolean dryRun, String by) {}

    /** Records the job, to be run by {@link #run(UUID, Request, Progress)}. */
    UUID create(Request request) {
        UUID job = ids.get();
        jobs.create(job, request.kind(), request.name(), request.dryRun(), request.by());
        return job;
    }

    ImportOutcome run(Request request, Progress progress) {
        return run(create(request), request, progress);
    }

    ImportOutcome run(UUID job, Request request, Progress progress) {
        Progress both = both(job, progress);
        ImportOutcome outcome;
        try {
            outcome = request.kind().framework() ? framework(job, request, both) : csv(job, request, both);
        } catch (UnreadableFile e) {
            outcome = ImportOutcome.refused("", e);
        } catch (RuntimeException e) {
            log.error("the import {} of {} failed", job, request.kind(), e);
            outcome = ImportOutcome.refused(
                    "", new UnreadableFile("Trellis could not finish it; its log says why. Nothing was imported."));
        }
        if (!outcome.imported()) {
            finish(job, request, outcome);
        }
        return outcome;
    }

    /** Within the import's transaction where it stands, so that the data, the audit entry and the job agree after a crash. */
    private void finish(UUID job, Request request, ImportOutcome outcome) {
        if (outcome.imported()) {
            audit.append(request.by(), "import.completed", subject(job), details(request, outcome));
        } else if (!outcome.sound()) {
            audit.append(request.by(), "import.refused", subject(job), details(request, outcome));
        }
        ImportJob.State done =
                outcome.problems().isEmpty() ? ImportJob.State.IMPORTED : ImportJob.State.IMPORTED_WITH_MESSAGES;
        jobs.finish(job, outcome.sound() ? done : ImportJob.State.FAILED, outcome);
    }

    private ImportOutcome csv(UUID job, Request request, Progress progress) {
        CheckedFile checked = CheckedFile.of(request.file());
        CsvRows<?> rows = rows(request.kind());
        Problems problems = new Problems();
        try {
            CsvFile file = new CsvFile(checked, rows.columns());
            return transaction.execute(status -> {
                new CsvImport<>(rows, problems, savepoint).run(file, progress);
                boolean sound = problems.none();
                boolean imported = sound && !request.dryRun();
                ImportOutcome outcome = new ImportOutcome(
                        imported,
                        sound,
                        checked.sha256(),
                        summary(request, sound, rows.tally()),
                        problems.kept(),
                        problems.count(),
                        sound ? Optional.empty() : Optional.of(ErrorFile.of(problems)));
                keepOrUndo(job, request, outcome, status::setRollbackOnly);
                return outcome;
            });
        } catch (UnreadableFile e) {
            return ImportOutcome.refused(checked.sha256(), e);
        }
    }

    private ImportOutcome framework(UUID job, Request request, Progress progress) {
        FrameworkImport framework = frameworks.stream()
                .filter(candidate -> candidate.kind() == request.kind())
                .findFirst()
                .orElseThrow();
        try (DataFolder folder = DataFolder.open(request.file())) {
            // Reading takes most of the time; the rest is one transaction.
            FrameworkImport.Prepared prepared =
                    framework.prepare(folder, (share, rows) -> progress.at(.8 * share, rows));
            String sha256 = DataFolder.digest(prepared.files());
            return transaction.execute(status -> {
                ImportOutcome outcome = new ImportOutcome(
                        !request.dryRun(),
                        true,
                        sha256,
                        summary(request, true, prepared.save().get()),
                        prepared.messages().stream()
                                .map(message -> new Problem(0, "", message))
                                .toList(),
                        0,
                        Optional.empty());
                keepOrUndo(job, request, outcome, status::setRollbackOnly);
                return outcome;
            });
        }
    }

    private void keepOrUndo(UUID job, Request request, ImportOutcome outcome, Runnable undo) {
        if (outcome.imported()) {
            finish(job, request, outcome);
        } else {
            undo.run();
        }
    }

    private CsvRows<?> rows(ImportKind kind) {
        return switch (kind) {
            case PEOPLE ->
                new PeopleRows(
                        people,
                        mentorships,
                        catalog.roles().stream().map(RoleProfile::code).collect(Collectors.toSet()),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            case GOALS, REFLECTIONS -> new EvidenceRows(kind, people, catalog, ledger);
            case ACTIVITIES -> new ActivityRows(catalog, ids);
            case ONET, ESCO -> throw new IllegalArgumentException(kind + " is no CSV file");
        };
    }

    private static String summary(Request request, boolean sound, Map<String, Long> tally) {
        if (!sound) {
            return "Nothing was imported.";
        }
        String counts = tally.entrySet().stream()
                .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return request.kind().title() + ": " + counts
                + (request.dryRun() ? ". This was a dry run: nothing was changed." : ".");
    }

    private static String subject(UUID job) {
        return "import:" + job;
    }

    private static Map<String, String> details(Request request, ImportOutcome outcome) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("kind", request.kind().word());
        details.put("file", request.name());
        details.put("sha256", outcome.sha256());
        details.put("dry_run", String.valueOf(request.dryRun()));
        details.put("errors", String.valueOf(outcome.errors()));
        details.put("result", outcome.summary());
        return details;
    }

    private Progress both(UUID job, Progress progress) {
        jobs.progress(job, 0);
        long[] last = {System.nanoTime()};
        return (share, rows) -> {
            progress.at(share, rows);
            if (System.nanoTime() - last[0] >= PROGRESS_EVERY_NANOS) {
                last[0] = System.nanoTime();
                jobs.progress(job, share);
            }
        };
    }
}
