package dev.trellis.search;

import dev.trellis.AdminArea;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How this node's index is doing, for an administrator: counts and ids, never words of a record. */
@Controller
@ConditionalOnProperty(name = "trellis.workers", matchIfMissing = true)
class IndexPage {

    static final String PATH = "/admin/index";
    private static final int SHOWN = 100;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final LuceneIndex index;
    private final BackgroundComparison comparison;

    IndexPage(LuceneIndex index, BackgroundComparison comparison) {
        this.index = index;
        this.comparison = comparison;
    }

    @Bean
    static AdminArea indexArea() {
        return new AdminArea(
                80, "Search", "Whether everything recorded can be found, and building the index again.", PATH);
    }

    /** A record set aside, in words. */
    record Line(String kind, String id, String part, String reason, int attempts, String next) {

        static Line of(SetAside record) {
            return new Line(
                    record.subject().kind().name().toLowerCase(Locale.ROOT),
                    record.subject().id().toString(),
                    switch (record.part()) {
                        case WORDS -> "not found at all";
                        case VECTOR -> "found by its words only";
                    },
                    record.reason(),
                    record.attempts(),
                    WHEN.format(record.nextAttempt()));
        }
    }

    /** The last comparison in words. @param differences keys of records and how they differ */
    record Compared(String when, boolean equal, List<Difference> differences, int more) {}

    record Difference(String record, String how) {}

    @GetMapping(PATH)
    String page(Model model) {
        model.addAttribute("status", index.status());
        model.addAttribute("rebuild", index.progress().orElse(null));
        model.addAttribute("damaged", index.damaged().orElse(null));
        List<SetAside> setAside = index.setAside().stream()
                .sorted(Comparator.comparing(SetAside::nextAttempt))
                .toList();
        model.addAttribute(
                "setAside", setAside.stream().limit(SHOWN).map(Line::of).toList());
        model.addAttribute("moreSetAside", Math.max(0, setAside.size() - SHOWN));
        model.addAttribute("comparing", comparison.isRunning());
        model.addAttribute("comparisonFailed", comparison.failed());
        model.addAttribute(
                "compared",
                comparison
                        .last()
                        .map(done -> compared(done.at(), done.result()))
                        .orElse(null));
        return "search/index";
    }

    private static Compared compared(Instant at, SearchIndex.Comparison result) {
        List<Difference> differences = Stream.of(
                        result.missing().stream().map(record -> new Difference(record, "missing in the index")),
                        result.extra().stream().map(record -> new Difference(record, "only in the index")),
                        result.different().stream().map(record -> new Difference(record, "different")))
                .flatMap(parts -> parts)
                .toList();
        return new Compared(
                WHEN.format(at),
                result.isEqual(),
                differences.stream().limit(SHOWN).toList(),
                Math.max(0, differences.size() - SHOWN));
    }

    @PostMapping(PATH + "/rebuild")
    String rebuild(RedirectAttributes after) {
        index.rebuild();
        after.addFlashAttribute("notice", "The index is being built again. Search stays up on the one there is.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/compare")
    String compare() {
        comparison.begin();
        return "redirect:" + PATH;
    }
}
