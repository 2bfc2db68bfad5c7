package dev.trellis.review;

import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.PlanTalk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a person. */
@Controller
@RequestMapping("/review")
class InboxController {

    /** Lines on one page. */
    private static final int LINES = 50;

    /** More is for the plans' own pages. */
    private static final int SAID = 10;

    private final Queue queue;
    private final Routes routes;
    private final PlanTalk talk;
    private final People people;
    private final Clock clock;

    InboxController(Queue queue, Routes routes, PlanTalk talk, People people, Clock clock) {
        this.queue = queue;
        this.routes = routes;
        this.talk = talk;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String inbox(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "1") int page,
            InboxFilter filter,
            Model model) {
        Inbox inbox = queue.of(me.id(), me.is(Role.PROGRAMME_LEAD));
        Inbox.Tab tab = Arrays.stream(Inbox.Tab.values())
                .filter(candidate -> candidate.word().equals(show))
                .findFirst()
                .orElse(Inbox.Tab.WAITING);
        List<Inbox.Entry> entries = filter.of(inbox.of(tab), LocalDate.now(clock));
        int pages = Math.max(1, (entries.size() + LINES - 1) / LINES);
        int at = Math.clamp(page, 1, pages);
        int from = (at - 1) * LINES;
        int to = Math.min(entries.size(), from + LINES);
        model.addAttribute("inbox", inbox);
        model.addAttribute("tab", tab.word());
        model.addAttribute("filter", filter);
        model.addAttribute("teams", teams(inbox.of(tab)));
        model.addAttribute("entries", entries.subList(from, to));
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("total", entries.size());
        model.addAttribute("said", said(me));
        model.addAttribute("earlier", at > 1 ? address(filter, tab, at - 1) : null);
        model.addAttribute("later", at < pages ? address(filter, tab, at + 1) : null);
        return "review/inbox";
    }

    /** @param what the learner asks for with it; empty for nothing */
    record SaidLine(String plan, String name, String what, String words, String when) {}

    private List<SaidLine> said(SignedInPerson me) {
        List<PlanTalk.Said> said =
                talk.unanswered(me.id(), routes.learnersOf(me.id(), me.is(Role.PROGRAMME_LEAD)), SAID);
        Map<PersonId, Person> names =
                people.findAll(said.stream().map(PlanTalk.Said::author).collect(Collectors.toSet()));
        InWords inWords = new InWords(clock);
        return said.stream()
                .map(one -> new SaidLine(
                        one.plan().toString(),
                        Optional.ofNullable(names.get(one.author()))
                                .map(Person::displayName)
                                .orElse("someone no longer here"),
                        switch (one.kind()) {
                            case COMMENT -> "";
                            case CHANGE -> "asks for a change";
                            case CONTEST -> "says something is not so";
                        },
                        one.words(),
                        inWords.ago(one.at())))
                .toList();
    }

    private static String address(InboxFilter filter, Inbox.Tab tab, int page) {
        return filter.address(tab).queryParam("page", page).encode().toUriString();
    }

    private static List<String> teams(List<Inbox.Entry> entries) {
        return entries.stream()
                .map(Inbox.Entry::team)
                .filter(team -> !team.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Single keys on or off, for this browser. @param from the draft the person is at; empty for none */
    @PostMapping("/keys")
    String keys(
            @RequestParam String to,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(DraftAnswers.KEYS, to.equals("off") ? "off" : "on")
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return from.isEmpty() ? "redirect:/review" : "redirect:/review/" + Addresses.draft(from);
    }
}
