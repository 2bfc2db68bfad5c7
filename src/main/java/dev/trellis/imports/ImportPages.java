package dev.trellis.imports;

import dev.trellis.Days;
import dev.trellis.NotFound;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's imports: send a file, see how it goes, get back what failed. */
@Controller
@ConditionalOnWebApplication
@RequestMapping(ImportPages.PATH)
class ImportPages {

    static final String PATH = "/admin/imports";

    private static final int SHOWN = 25;
    private static final String BY_COMMAND = "trellis";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final People people;
    private final Clock clock;

    ImportPages(ImportJobs jobs, ImportRunner runner, People people, Clock clock) {
        this.jobs = jobs;
        this.runner = runner;
        this.people = people;
        this.clock = clock;
    }

    /** A job in words. */
    record Line(ImportJob job, boolean finished, String what, String state, String badge, String when, String by) {}

    /** A kind of table; its name begins a line. */
    record Table(ImportKind kind, String word, String name) {
        static Table of(ImportKind kind) {
            return new Table(kind, kind.word(), capitalised(kind.title()));
        }
    }

    @GetMapping
    String page(Model model) {
        List<ImportJob> latest = jobs.latest(SHOWN);
        Map<PersonId, Person> named = people.findAll(latest.stream()
                .map(job -> personId(job.by()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        model.addAttribute("lines", latest.stream().map(job -> line(job, named)).toList());
        model.addAttribute(
                "tables",
                Arrays.stream(ImportKind.values())
                        .filter(kind -> !kind.framework())
                        .map(Table::of)
                        .toList());
        return "imports/imports";
    }

    @PostMapping("/csv")
    String csv(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam ImportKind kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            RedirectAttributes after) {
        if (kind.framework() || file.isEmpty()) {
            after.addFlashAttribute("problem", "Choose a CSV file first; an empty one cannot be imported.");
            return "redirect:" + PATH;
        }
        return "redirect:" + PATH + "/"
                + runner.start(kind, file, dryRun, me.id().toString());
    }

    @PostMapping("/framework")
    String framework(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam ImportKind kind,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam MultipartFile archive,
            @RequestParam(defaultValue = "false") boolean dryRun,
            RedirectAttributes after) {
        if (!kind.framework() || archive.isEmpty() == folder.isBlank()) {
            after.addFlashAttribute("problem", "Choose a zip archive, or name a folder on the server: one of the two.");
            return "redirect:" + PATH;
        }
        String by = me.id().toString();
        try {
            UUID job = archive.isEmpty()
                    ? runner.start(kind, Path.of(folder.strip()), dryRun, by)
                    : runner.start(kind, archive, dryRun, by);
            return "redirect:" + PATH + "/" + job;
        } catch (InvalidPathException e) {
            after.addFlashAttribute("problem", "That is not the name of a folder.");
            return "redirect:" + PATH;
        }
    }

    @GetMapping("/{id}")
    String job(@AuthenticationPrincipal SignedInPerson me, @PathVariable UUID id, Model model) {
        ImportJob job = find(id);
        Map<PersonId, Person> named =
                people.findAll(personId(job.by()).map(List::of).orElse(List.of()));
        model.addAttribute("line", line(job, named));
        model.addAttribute("more", Math.max(0, job.errors() - job.messages().size()));
        model.addAttribute(
                "errorFile", job.errorFile() && job.by().equals(me.id().toString()));
        return "imports/job";
    }

    /** Only for whoever sent the file: its rows name people. */
    @GetMapping("/{id}/errors.csv")
    ResponseEntity<byte[]> errors(@AuthenticationPrincipal SignedInPerson me, @PathVariable UUID id) {
        ImportJob job = find(id);
        String rows = jobs.errorFile(id)
                .filter(content -> job.by().equals(me.id().toString()))
                .orElseThrow(NotFound::new);
        return download(job.kind().word() + "-errors.csv", "\uFEFF" + rows);
    }

    @GetMapping("/templates/{kind}.csv")
    ResponseEntity<byte[]> template(@PathVariable String kind) {
        ImportKind wanted = Cells.oneOf(ImportKind.class, kind)
                .filter(found -> !found.framework())
                .orElseThrow(NotFound::new);
        return download(wanted.word() + ".csv", Template.of(wanted));
    }

    private static ResponseEntity<byte[]> download(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportJob find(UUID id) {
        return jobs.find(id).orElseThrow(() -> new NotFound("There is no such import."));
    }

    private Line line(ImportJob job, Map<PersonId, Person> named) {
        Days days = new Days(Days.of(clock.instant()));
        return new Line(
                job,
                job.finished(),
                capitalised(job.kind().title()) + (job.dryRun() ? ", dry run" : ""),
                state(job),
                switch (job.state()) {
                    case FAILED -> "urgent";
                    case IMPORTED, IMPORTED_WITH_MESSAGES -> "done";
                    case CREATED, IMPORTING -> "";
                },
                days.day(job.createdAt()) + ", " + TIME.format(job.createdAt().atOffset(ZoneOffset.UTC)) + " UTC",
                job.by().equals(BY_COMMAND)
                        ? "the command line"
                        : personId(job.by())
                                .flatMap(id -> Optional.ofNullable(named.get(id)))
                                .map(Person::displayName)
                                .orElse("somebody"));
    }

    private static String state(ImportJob job) {
        return switch (job.state()) {
            case CREATED -> "waiting";
            case IMPORTING -> job.progress() + " % read";
            case IMPORTED -> job.dryRun() ? "would be imported" : "imported";
            case IMPORTED_WITH_MESSAGES -> job.dryRun() ? "would be imported, with remarks" : "imported, with remarks";
            case FAILED -> "not imported";
        };
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private static Optional<PersonId> personId(String by) {
        return by.equals(BY_COMMAND) ? Optional.empty() : Optional.of(PersonId.of(Objects.requireNonNull(by)));
    }
}
