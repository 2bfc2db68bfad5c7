package dev.trellis.evidence;

import dev.trellis.Days;
import dev.trellis.people.Mentorships;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms for writing have in common: saying who will see it, keeping what was typed, and saving. */
@Component
class WritingDesk {

    private final EvidenceLedger ledger;
    private final Mentorships mentorships;
    private final Clock clock;

    WritingDesk(EvidenceLedger ledger, Mentorships mentorships, Clock clock) {
        this.ledger = ledger;
        this.mentorships = mentorships;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Days days() {
        return new Days(today());
    }

    /** A day as a moment: now if it is today, else the middle of it, so that it is the same day in most time zones. */
    Instant moment(LocalDate day) {
        return day.equals(today())
                ? clock.instant()
                : day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** Lays out a form with what was typed into it. */
    void lay(Model model, PersonId me, Typed typed) {
        model.addAttribute("form", typed.values());
        model.addAttribute("wrong", typed.wrong());
        model.addAttribute("mentors", mentors(me).orElse(null));
        model.addAttribute("today", today());
    }

    /** The mentors of a person in words; empty where there are none. */
    Optional<String> mentors(PersonId person) {
        List<String> names =
                mentorships.mentorsOf(person).stream().map(Person::displayName).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Days.list(names));
    }

    /**
     * Saves where nothing is wrong, and says who can see it now; else marks the answer as refused, for the form to be shown again.
     *
     * @param evidence made only where nothing is wrong so far
     * @param fieldOf where on the form a field of the ledger stands
     */
    boolean save(
            Typed typed,
            Supplier<NewEvidence> evidence,
            FieldNames fieldOf,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (typed.isRight()) {
            NewEvidence one = evidence.get();
            try {
                ledger.record(one);
                flash.addFlashAttribute("notice", "Saved. " + whoSees(one));
                return true;
            } catch (InvalidEvidence invalid) {
                String field = fieldOf.onForm(invalid.field());
                if (typed.values().containsKey(field)) {
                    typed.refuse(field, invalid.getMessage());
                } else {
                    model.addAttribute("problem", invalid.getMessage());
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return false;
    }

    private String whoSees(NewEvidence one) {
        boolean aboutMe = one.author().equals(new Author.OfPerson(one.about()));
        return whoSees(one.visibility(), one.about(), aboutMe);
    }

    /** Who can see a piece now, in a sentence to its writer. */
    String whoSees(Visibility visibility, PersonId about, boolean aboutWriter) {
        return switch (visibility) {
            case PRIVATE -> "Only you can see it.";
            case MENTOR ->
                aboutWriter
                        ? mentors(about)
                                .map(names -> "You and " + names + " can see it.")
                                .orElse("You can see it, and whoever becomes your mentor will.")
                        : "You, the person it is about and that person’s mentors can see it.";
            case ORGANISATION -> "Everyone in your organisation can see it.";
        };
    }

    /** Where on a form a field of the ledger stands. */
    interface FieldNames {
        FieldNames SAME = field -> field;

        String onForm(String field);
    }
}
