package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import dev.trellis.planning.PlanDraftId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts a draft off, or takes it up again. */
@Controller
@RequestMapping("/review/{draft}")
class LaterController {

    private final Reviews reviews;
    private final Later later;
    private final Queue queue;
    private final Clock clock;

    LaterController(Reviews reviews, Later later, Queue queue, Clock clock) {
        this.reviews = reviews;
        this.later = later;
        this.queue = queue;
        this.clock = clock;
    }

    /** Goes on to the next draft that waits. @param until {@code tomorrow}, {@code monday} or {@code week} */
    @PostMapping("/later")
    String putOff(@AuthenticationPrincipal SignedInPerson me, @PathVariable String draft, @RequestParam String until) {
        PlanDraftId id = opened(me, draft);
        later.putOff(me.id(), id, day(until));
        Inbox.Entry next = queue.of(me.id(), me.is(Role.PROGRAMME_LEAD)).nextAfter(id.toString());
        return next == null ? "redirect:/review?show=later" : "redirect:/review/" + next.draft();
    }

    @PostMapping("/now")
    String takeUp(@AuthenticationPrincipal SignedInPerson me, @PathVariable String draft) {
        PlanDraftId id = opened(me, draft);
        later.takeUp(me.id(), id);
        return "redirect:/review/" + id;
    }

    private PlanDraftId opened(SignedInPerson me, String draft) {
        return reviews.open(me.id(), Addresses.draft(draft)).draft().id();
    }

    private LocalDate day(String until) {
        LocalDate today = LocalDate.now(clock);
        return switch (until) {
            case "tomorrow" -> today.plusDays(1);
            case "monday" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case "week" -> today.plusWeeks(1);
            default -> throw new NotFound();
        };
    }
}
