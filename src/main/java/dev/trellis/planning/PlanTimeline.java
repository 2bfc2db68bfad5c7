package dev.trellis.planning;

import dev.trellis.Days;
import dev.trellis.audit.AuditEntry;
import dev.trellis.audit.AuditTrail;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the audit trail says about a draft and its plan, in sentences. */
class PlanTimeline {

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("draft.written", "wrote the draft"),
            Map.entry("draft.in-review", "began to review the draft"),
            Map.entry("draft.waiting-for-review", "put the draft back"),
            Map.entry("draft.approved", "approved the draft"),
            Map.entry("draft.changes-requested", "asked for changes"),
            Map.entry("draft.rejected", "rejected the draft"),
            Map.entry("draft.superseded", "took the draft out: another takes its place"),
            Map.entry("draft.signed-off", "signed the review off"),
            Map.entry("item.accepted", "accepted an item"),
            Map.entry("item.edited", "edited an item"),
            Map.entry("item.rejected", "rejected an item"),
            Map.entry("item.reopened", "took a decision back"),
            Map.entry("plan.activated", "made it the plan"),
            Map.entry("plan.progressed", "changed the progress"),
            Map.entry("plan.completed", "completed the plan"),
            Map.entry("plan.cancelled", "cancelled the plan"),
            Map.entry("plan.replaced", "put a newer plan in its place"),
            Map.entry("plan.reopened", "reopened the plan"));

    /** Details that say something to a reader of the page; ids and digests stand in the trace. */
    private static final List<String> WORTH_SAYING =
            List.of("writer", "items", "findings", "reason", "reason_code", "goals", "done", "first_step_done");

    private final AuditTrail audit;
    private final People people;

    PlanTimeline(AuditTrail audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /** Of the plan alone: for the learner, who does not see the draft. */
    List<Entry> of(PlanId plan, Days days) {
        return entries(audit.of("plan:" + plan), days);
    }

    List<Entry> of(PlanDraftId draft, Optional<PlanId> plan, Days days) {
        return entries(
                Stream.concat(
                                audit.of("draft:" + draft).stream(),
                                plan.stream().flatMap(id -> audit.of("plan:" + id).stream()))
                        .sorted(Comparator.comparingLong(AuditEntry::number))
                        .toList(),
                days);
    }

    private List<Entry> entries(List<AuditEntry> entries, Days days) {
        Map<PersonId, Person> actors = people.findAll(entries.stream()
                .flatMap(entry -> person(entry.actor()).stream())
                .collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new Entry(
                        entry.number(),
                        days.day(entry.at()),
                        name(entry.actor(), actors) + " "
                                + SAID.getOrDefault(
                                        entry.action(), entry.action().replace('.', ' ')),
                        WORTH_SAYING.stream()
                                .filter(entry.details()::containsKey)
                                .map(key -> key.replace('_', ' ') + " "
                                        + entry.details().get(key))
                                .collect(Collectors.joining(", ")),
                        entry.hash().length() > 12 ? entry.hash().substring(0, 12) : entry.hash()))
                .toList();
    }

    private static Optional<PersonId> person(String actor) {
        try {
            return Optional.of(PersonId.of(actor));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(String actor, Map<PersonId, Person> actors) {
        return person(actor)
                .map(id -> Optional.ofNullable(actors.get(id))
                        .map(Person::displayName)
                        .orElse("Someone who left"))
                .orElseGet(() -> actor.equals(DraftArchive.TRELLIS)
                        ? "Trellis"
                        : actor.replaceFirst("^client:", "The platform "));
    }

    /** @param mark first characters of the entry's hash in the chain */
    record Entry(long number, String on, String text, String details, String mark) {}
}
