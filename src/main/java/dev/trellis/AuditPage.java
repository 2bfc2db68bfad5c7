package dev.trellis;

import dev.trellis.audit.AuditEntry;
import dev.trellis.audit.AuditTrail;
import dev.trellis.audit.AuditTrail.ChainState;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happened, latest first, and whether the record of it is whole. */
@Controller
class AuditPage {

    static final String PATH = "/admin/audit";
    private static final int SHOWN = 100;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final AuditTrail audit;
    private final People people;

    AuditPage(AuditTrail audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /** An entry in words. */
    record Line(
            long number,
            String when,
            String actor,
            String what,
            String subject,
            String of,
            List<String> details,
            String hash) {}

    @Bean
    static AdminArea auditArea() {
        return new AdminArea(90, "Audit", "Who did what, and whether anybody tampered with the record of it.", PATH);
    }

    @GetMapping(PATH)
    String page(@RequestParam(defaultValue = "") String subject, Model model) {
        List<AuditEntry> entries = subject.isBlank()
                ? audit.latest(SHOWN)
                : audit.of(subject.strip()).reversed();
        Map<PersonId, Person> named = people.findAll(entries.stream()
                .map(AuditEntry::actor)
                .map(AuditPage::personId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        model.addAttribute("subject", subject);
        model.addAttribute(
                "lines", entries.stream().map(entry -> line(entry, named)).toList());
        model.addAttribute("head", audit.latest(1).stream().findFirst().orElse(null));
        return "audit";
    }

    @PostMapping(PATH + "/verify")
    String verify(RedirectAttributes after) {
        switch (audit.verify()) {
            case ChainState.Intact intact ->
                after.addFlashAttribute(
                        "notice", "Intact: all " + intact.entries() + " entries follow from one another.");
            case ChainState.Broken broken ->
                after.addFlashAttribute("problem", "Broken at entry " + broken.number() + ": " + broken.why() + ".");
        }
        return "redirect:" + PATH;
    }

    private static Line line(AuditEntry entry, Map<PersonId, Person> named) {
        return new Line(
                entry.number(),
                WHEN.format(entry.at()),
                actor(entry.actor(), named),
                entry.action().replace('.', ' ').replace('-', ' '),
                entry.subject(),
                UUID_TEXT.matcher(entry.subject()).replaceAll("").replace(":", ""),
                new TreeMap<>(entry.details())
                        .entrySet().stream()
                                .map(detail -> detail.getKey() + ": " + detail.getValue())
                                .toList(),
                entry.hash());
    }

    private static String actor(String actor, Map<PersonId, Person> named) {
        if (actor.equals("trellis")) {
            return "Trellis";
        }
        return personId(actor)
                .flatMap(id -> Optional.ofNullable(named.get(id)))
                .map(Person::displayName)
                .orElse(actor.replaceFirst("^client:", "platform "));
    }

    private static Optional<PersonId> personId(String actor) {
        return UUID_TEXT.matcher(actor).matches() ? Optional.of(PersonId.of(actor)) : Optional.empty();
    }
}
