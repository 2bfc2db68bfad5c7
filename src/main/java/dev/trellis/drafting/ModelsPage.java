package dev.trellis.drafting;

import dev.trellis.AdminArea;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.SignedInPerson;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The language models for an administrator: whether they may be asked, and what that costs. Never a word of a prompt or an answer. */
@Controller
class ModelsPage {

    static final String PATH = "/admin/models";

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final LanguageModels models;
    private final ModelSettings settings;
    private final ModelSwitch allStopped;
    private final ModelReport report;
    private final People people;

    ModelsPage(
            LanguageModels models, ModelSettings settings, ModelSwitch allStopped, ModelReport report, People people) {
        this.models = models;
        this.settings = settings;
        this.allStopped = allStopped;
        this.report = report;
        this.people = people;
    }

    @Bean
    static AdminArea modelsArea() {
        return new AdminArea(
                60, "Language models", "Who words drafts, what that costs, and a switch that stops it.", PATH);
    }

    /** A model in words. */
    record Shown(String name, String provider, String endpoint, String state) {}

    /** A budget of today. @param limit 0 for none */
    record Spent(String whose, long used, long booked, long limit) {}

    /** Who used the switch last, and when. */
    record Switched(boolean stopped, String by, String when) {}

    @GetMapping(PATH)
    String page(Model model) {
        model.addAttribute(
                "models", models.configured().stream().map(ModelsPage::shown).toList());
        model.addAttribute("allStopped", allStopped.state().map(this::switched).orElse(null));
        model.addAttribute("budgets", budgets());
        model.addAttribute("lines", report.lines());
        model.addAttribute("days", ModelReport.DAYS);
        model.addAttribute("timeout", settings.timeout().toSeconds());
        return "drafting/models";
    }

    private static Shown shown(LanguageModels.Configured configured) {
        var endpoint = configured.endpoint();
        return new Shown(
                endpoint.name(),
                switch (endpoint.provider()) {
                    case OPENAI -> "OpenAI-compatible";
                    case ANTHROPIC -> "Anthropic";
                    case OLLAMA -> "Ollama";
                },
                endpoint.baseUrl(),
                configured.model().isResting() ? "left alone for a while: it failed too often" : "asked when needed");
    }

    private Switched switched(ModelSwitch.State state) {
        String by =
                people.find(PersonId.of(state.by())).map(Person::displayName).orElse("somebody who left");
        return new Switched(state.stopped(), by, WHEN.format(state.since()));
    }

    private List<Spent> budgets() {
        return report.budgets().stream()
                .map(budget -> budget.programme().isEmpty()
                        ? new Spent("All together", budget.used(), budget.booked(), settings.tokensPerDay())
                        : new Spent(
                                budget.programme(),
                                budget.used(),
                                budget.booked(),
                                settings.tokensPerDayAndProgramme()))
                .toList();
    }

    @PostMapping(PATH + "/stop")
    String stop(@AuthenticationPrincipal SignedInPerson me, RedirectAttributes after) {
        allStopped.turn(true, me.id().toString());
        after.addFlashAttribute(
                "notice",
                "Stopped. No language model is asked any more, on any node. Drafts are written from templates.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/resume")
    String resume(@AuthenticationPrincipal SignedInPerson me, RedirectAttributes after) {
        allStopped.turn(false, me.id().toString());
        after.addFlashAttribute("notice", "Language models are asked again.");
        return "redirect:" + PATH;
    }
}
