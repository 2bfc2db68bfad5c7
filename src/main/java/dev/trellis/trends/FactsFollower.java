package dev.trellis.trends;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.FrameworkId;
import dev.trellis.catalog.RoleProfile;
import dev.trellis.evidence.Evidence;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.Reader;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.reading.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Keeps the facts up to date by following the change feed in batches: what is no longer visible for counting drops out with
 * the batch that says so.
 */
@Component
class FactsFollower {

    private static final int BATCH = 500;
    private static final int SECONDS_BETWEEN = 5;

    private final TrendFacts facts;
    private final EvidenceLedger ledger;
    private final People people;
    private final Catalog catalog;
    private final Reading reading;

    FactsFollower(TrendFacts facts, EvidenceLedger ledger, People people, Catalog catalog, Reading reading) {
        this.facts = facts;
        this.ledger = ledger;
        this.people = people;
        this.catalog = catalog;
        this.reading = reading;
    }

    /** Takes in everything committed so far. */
    void catchUp() {
        while (takeBatch()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private boolean takeBatch() {
        List<TrendFacts.Change> changes = facts.changesAfter(facts.position(), BATCH);
        if (changes.isEmpty()) {
            return false;
        }
        Set<UUID> changed = changes.stream().map(TrendFacts.Change::subject).collect(Collectors.toSet());
        List<Evidence> visible = ledger.findAll(
                new Reader.Counting(), changed.stream().map(EvidenceId::new).toList());
        List<Evidence> reflections = visible.stream()
                .filter(e -> e.kind() == EvidenceKind.REFLECTION)
                .toList();
        List<Evidence> assertions =
                visible.stream().filter(e -> e.kind() == EvidenceKind.ASSERTION).toList();
        facts.replace(changed, read(reflections), assertions, changes.getLast().position());
        return true;
    }

    /** What its writer named is what a reflection is about; the others are read. */
    private List<TrendFacts.Reading> read(List<Evidence> reflections) {
        if (reflections.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Person> authors =
                people.findAll(reflections.stream().map(Evidence::about).collect(Collectors.toSet()));
        List<Set<CompetencyId>> mentions = new ArrayList<>();
        reflections.forEach(reflection -> mentions.add(new HashSet<>()));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < reflections.size(); i++) {
            Optional<CompetencyId> named = reflections.get(i).detail().competencyNamed();
            if (named.isPresent()) {
                mentions.get(i).add(named.get());
            } else {
                open.add(i);
            }
        }
        List<Reading.Text> texts = open.stream()
                .map(reflections::get)
                .map(reflection -> new Reading.Text(reflection.title(), reflection.text()))
                .toList();
        for (FrameworkId framework : frameworksInUse(authors.values())) {
            List<Optional<CompetencyId>> about = reading.mostlyAbout(framework, texts);
            for (int i = 0; i < texts.size(); i++) {
                about.get(i).ifPresent(mentions.get(open.get(i))::add);
            }
        }
        List<TrendFacts.Reading> readings = new ArrayList<>();
        for (int i = 0; i < reflections.size(); i++) {
            Person author = authors.get(reflections.get(i).about());
            readings.add(
                    new TrendFacts.Reading(reflections.get(i), author == null ? "" : author.team(), mentions.get(i)));
        }
        return readings;
    }

    /** Reading against a framework nobody's role refers to would count what nobody is asked for. */
    private Set<FrameworkId> frameworksInUse(Collection<Person> authors) {
        Set<String> roles = authors.stream().map(Person::roleCode).collect(Collectors.toSet());
        return catalog.roles().stream()
                .filter(role -> roles.contains(role.code()))
                .map(RoleProfile::framework)
                .collect(Collectors.toSet());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "trellis.workers", matchIfMissing = true)
    static class Schedule {

        @Bean
        RecurringTask<Void> followFacts(FactsFollower follower, Telling telling) {
            return Tasks.recurring("trend-facts", FixedDelay.ofSeconds(SECONDS_BETWEEN))
                    .execute((instance, context) -> {
                        follower.catchUp();
                        telling.catchUp();
                    });
        }
    }
}
