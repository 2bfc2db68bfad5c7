package dev.trellis.evidence;

import dev.trellis.NotFound;
import dev.trellis.evidence.Detail.GoalState;
import dev.trellis.evidence.Journal.Shelf;
import dev.trellis.people.SignedInPerson;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What I wrote and what others recorded about me: who sees it, taking it back, goals met or missed. */
@Controller
@RequestMapping("/me/evidence")
class JournalPages {

    private static final int PAGE = 20;

    private final Journal journal;
    private final EvidenceLedger ledger;
    private final EvidenceInWords words;
    private final WritingDesk desk;

    JournalPages(Journal journal, EvidenceLedger ledger, EvidenceInWords words, WritingDesk desk) {
        this.journal = journal;
        this.ledger = ledger;
        this.words = words;
        this.desk = desk;
    }

    @GetMapping
    String journal(
            @AuthenticationPrincipal SignedInPerson me,
            @RequestParam(name = "by", defaultValue = "me") String by,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Shelf shelf = by.equals("others") ? Shelf.ABOUT_ME : Shelf.MINE;
        int total = journal.count(me.id(), shelf);
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int shown = Math.clamp(page, 1, pages);
        List<Evidence> evidence = journal.page(me.id(), shelf, (shown - 1) * PAGE, PAGE);
        model.addAttribute("mine", shelf == Shelf.MINE);
        model.addAttribute("written", shelf == Shelf.MINE ? total : journal.count(me.id(), Shelf.MINE));
        model.addAttribute("received", shelf == Shelf.ABOUT_ME ? total : journal.count(me.id(), Shelf.ABOUT_ME));
        model.addAttribute("pieces", words.to(me.id(), evidence, desk.days()));
        model.addAttribute("mentors", desk.mentors(me.id()).orElse(null));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("from", total == 0 ? 0 : (shown - 1) * PAGE + 1);
        model.addAttribute("until", Math.min(shown * PAGE, total));
        model.addAttribute("newer", shown > 1 ? address(shelf, shown - 1) : null);
        model.addAttribute("older", shown < pages ? address(shelf, shown + 1) : null);
        return "evidence/journal";
    }

    @PostMapping("/{id}/visibility")
    String visibility(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") EvidenceId id,
            @RequestParam("visibility") Visibility visibility,
            @RequestParam(name = "page", defaultValue = "1") int page,
            RedirectAttributes flash) {
        Evidence one = find(me, id);
        ledger.changeVisibility(me.id(), id, visibility);
        flash.addFlashAttribute(
                "notice",
                "Changed. " + desk.whoSees(visibility, one.about(), one.about().equals(me.id())));
        return back(me, one, page);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") EvidenceId id,
            @RequestParam(name = "page", defaultValue = "1") int page,
            RedirectAttributes flash) {
        Evidence one = find(me, id);
        ledger.withdraw(me.id(), id);
        flash.addFlashAttribute("notice", "Taken back. Its words are deleted, and no new draft rests on them.");
        return back(me, one, page);
    }

    @PostMapping("/{id}/goal")
    String goal(
            @AuthenticationPrincipal SignedInPerson me,
            @PathVariable("id") EvidenceId id,
            @RequestParam("state") GoalState state,
            @RequestParam(name = "page", defaultValue = "1") int page,
            RedirectAttributes flash) {
        Evidence one = find(me, id);
        ledger.changeGoal(me.id(), id, state);
        flash.addFlashAttribute(
                "notice",
                switch (state) {
                    case MET -> "Well done. The goal is marked as met.";
                    case MISSED -> "Noted. What got in the way may be worth a reflection.";
                    case DROPPED -> "Noted. The goal no longer stands.";
                    case OPEN -> "The goal is open again.";
                });
        return back(me, one, page);
    }

    private Evidence find(SignedInPerson me, EvidenceId id) {
        return ledger.find(new Reader.OfPerson(me.id()), id).orElseThrow(NotFound::new);
    }

    private static String back(SignedInPerson me, Evidence one, int page) {
        Shelf shelf = one.author().equals(new Author.OfPerson(me.id())) ? Shelf.MINE : Shelf.ABOUT_ME;
        return "redirect:" + address(shelf, page);
    }

    private static String address(Shelf shelf, int page) {
        return "/me/evidence?by=" + (shelf == Shelf.MINE ? "me" : "others") + (page > 1 ? "&page=" + page : "");
    }
}
