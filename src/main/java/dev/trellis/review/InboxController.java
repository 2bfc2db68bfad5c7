package dev.trellis.review;

import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private final Queue queue;

    InboxController(Queue queue) {
        this.queue = queue;
    }

    @GetMapping
    String inbox(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Inbox inbox = queue.of(me.id(), me.is(Role.PROGRAMME_LEAD));
        Inbox.Tab tab = Arrays.stream(Inbox.Tab.values())
                .filter(candidate -> word(candidate).equals(show))
                .findFirst()
                .orElse(Inbox.Tab.WAITING);
        List<Inbox.Entry> entries = inbox.of(tab);
        int pages = Math.max(1, (entries.size() + LINES - 1) / LINES);
        int at = Math.clamp(page, 1, pages);
        int from = (at - 1) * LINES;
        int to = Math.min(entries.size(), from + LINES);
        String address = "/review?show=" + word(tab) + "&page=";
        model.addAttribute("inbox", inbox);
        model.addAttribute("tab", word(tab));
        model.addAttribute("entries", entries.subList(from, to));
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("total", entries.size());
        model.addAttribute("earlier", at > 1 ? address + (at - 1) : null);
        model.addAttribute("later", at < pages ? address + (at + 1) : null);
        return "review/inbox";
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

    private static String word(Inbox.Tab tab) {
        return tab.name().toLowerCase(Locale.ROOT);
    }
}
