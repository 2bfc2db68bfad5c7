package dev.trellis.platform;

import dev.trellis.catalog.ActivityId;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.Competency;
import dev.trellis.catalog.CompetencyId;
import dev.trellis.catalog.Framework;
import dev.trellis.evidence.Author;
import dev.trellis.evidence.Detail;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.evidence.InvalidEvidence;
import dev.trellis.evidence.NewEvidence;
import dev.trellis.evidence.Visibility;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** What learning platforms record. The client is the author; nothing it sends can be private, because no person wrote it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Evidence", description = "What people did and what was seen of them.")
class EvidenceResource {

    private final EvidenceLedger ledger;
    private final People people;
    private final Catalog catalog;
    private final Idempotency idempotency;
    private final JsonMapper json;

    EvidenceResource(EvidenceLedger ledger, People people, Catalog catalog, Idempotency idempotency, JsonMapper json) {
        this.ledger = ledger;
        this.people = people;
        this.catalog = catalog;
        this.idempotency = idempotency;
        this.json = json;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(description = "An activity that a person finished.")
    record CompletionRequest(
            @Schema(description = "The person's external id, or e-mail address.", example = "E1042") @Nullable
            String person,

            @Schema(description = "The activity's external id in the catalogue.", example = "ACT-017") @Nullable
            String activity,

            @Schema(description = "When it was finished, RFC 3339.") @Nullable
            Instant completedAt,

            @Schema(description = "Result between 0 and 1, where there is one.", minimum = "0", maximum = "1") @Nullable
            Double score,

            @Schema(description = "Your own id of this completion; sending it again replaces what stood.") @Nullable
            String externalId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(description = "Something said or asserted about a person.")
    record EvidenceRequest(
            @Schema(allowableValues = {"feedback", "recognition", "reflection", "goal", "assertion"}) @Nullable
            String kind,

            @Schema(description = "External id or e-mail address of the person it is about.") @Nullable
            String person,

            @Schema(
                    description = "Who may read it: the person and their mentors, or everyone.",
                    allowableValues = {"mentor", "organisation"},
                    defaultValue = "mentor")
            @Nullable
            String visibility,

            @Nullable Instant occurredAt,
            @Nullable String title,
            @Nullable String text,

            @Schema(
                    description =
                            "Framework and code, as in `demo:giving-feedback`; needed for an assertion, welcome for feedback and a reflection.")
            @Nullable
            String competency,

            @Schema(description = "On the framework's scale; assertions only.") @Nullable
            Double level,

            @Schema(description = "How sure, between 0 and 1; assertions only.") @Nullable
            Double confidence,

            @Schema(description = "How one will know; goals only.") @Nullable
            String measure,

            @Schema(description = "Goals only.") @Nullable LocalDate dueOn,
            @Nullable String externalId) {}

    @PostMapping("/completions")
    @Operation(summary = "Record that a person finished an activity")
    ResponseEntity<String> complete(
            @RequestBody CompletionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal client) {
        return answer(client, key, request, () -> {
            PersonId person = person(request.person());
            ActivityId activity = activity(request.activity());
            String title = Optional.ofNullable(
                            catalog.activities(Set.of(activity)).get(activity))
                    .orElseThrow(() -> new InvalidEvidence("activity", "The activity is no longer in the catalogue."))
                    .title();
            return new NewEvidence(
                    person,
                    new Author.OfClient(client.getName()),
                    Visibility.MENTOR,
                    required("completed_at", request.completedAt()),
                    title,
                    "Completed “" + title + "”.",
                    new Detail.Completion(activity, Optional.ofNullable(request.score())),
                    Optional.ofNullable(request.externalId()));
        });
    }

    @PostMapping("/evidence")
    @Operation(summary = "Record feedback, recognition, a reflection, a goal or an assertion")
    ResponseEntity<String> record(
            @RequestBody EvidenceRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal client) {
        return answer(
                client,
                key,
                request,
                () -> new NewEvidence(
                        person(request.person()),
                        new Author.OfClient(client.getName()),
                        visibility(request.visibility()),
                        required("occurred_at", request.occurredAt()),
                        Optional.ofNullable(request.title()).orElse(""),
                        required("text", request.text()),
                        detail(request),
                        Optional.ofNullable(request.externalId())));
    }

    private ResponseEntity<String> answer(
            Principal client, @Nullable String key, Object request, Supplier<NewEvidence> evidence) {
        Idempotency.Answer answer = idempotency.once(client.getName(), Optional.ofNullable(key), request, () -> {
            EvidenceId id = ledger.record(evidence.get());
            return new Idempotency.Answer(
                    201, "/api/v1/evidence/" + id, json.writeValueAsString(Map.of("id", id.toString())), false);
        });
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.location(URI.create(answer.location())).body(answer.body());
    }

    private Detail detail(EvidenceRequest request) {
        return switch (required("kind", request.kind())) {
            case "feedback" -> new Detail.Feedback(competencyNamed(request));
            case "recognition" -> new Detail.Recognition();
            case "reflection" -> new Detail.Reflection(Detail.ReflectionForm.JOURNAL, competencyNamed(request));
            case "goal" ->
                new Detail.Goal(
                        Detail.Horizon.SHORT_TERM,
                        Optional.ofNullable(request.measure()).orElse(""),
                        "",
                        "",
                        required("due_on", request.dueOn()),
                        Detail.GoalState.OPEN);
            case "assertion" ->
                new Detail.Assertion(
                        competency(required("competency", request.competency())),
                        required("level", request.level()),
                        Optional.ofNullable(request.confidence()).orElse(0.5),
                        Detail.Asserter.PLATFORM,
                        Optional.empty());
            default ->
                throw new InvalidEvidence("kind", "kind is one of feedback, recognition, reflection, goal, assertion.");
        };
    }

    private static Visibility visibility(@Nullable String visibility) {
        return switch (Optional.ofNullable(visibility).orElse("mentor")) {
            case "mentor" -> Visibility.MENTOR;
            case "organisation" -> Visibility.ORGANISATION;
            default ->
                throw new InvalidEvidence(
                        "visibility", "visibility is mentor or organisation; only a person can write in private.");
        };
    }

    private PersonId person(@Nullable String who) {
        String name = required("person", who);
        PersonId byExternalId = people.idsByExternalId(Set.of(name)).get(name);
        return byExternalId != null
                ? byExternalId
                : people.findByEmail(name)
                        .map(Person::id)
                        .orElseThrow(() ->
                                new InvalidEvidence("person", "No person has this external id or e-mail address."));
    }

    private ActivityId activity(@Nullable String externalId) {
        String id = required("activity", externalId);
        return Optional.ofNullable(catalog.activityIdsByExternalId(Set.of(id)).get(id))
                .orElseThrow(
                        () -> new InvalidEvidence("activity", "No activity of the catalogue has this external id."));
    }

    private Optional<CompetencyId> competencyNamed(EvidenceRequest request) {
        return Optional.ofNullable(request.competency()).map(this::competency);
    }

    private CompetencyId competency(String frameworkAndCode) {
        int colon = frameworkAndCode.indexOf(':');
        Framework framework = colon <= 0
                ? null
                : catalog.framework(frameworkAndCode.substring(0, colon)).orElse(null);
        if (framework == null) {
            throw new InvalidEvidence("competency", "competency is framework:code, with a framework of the catalogue.");
        }
        String code = frameworkAndCode.substring(colon + 1);
        return catalog.competencies(framework.id()).stream()
                .filter(competency -> competency.code().equals(code))
                .map(Competency::id)
                .findFirst()
                .orElseThrow(
                        () -> new InvalidEvidence("competency", "The framework has no competency with this code."));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidEvidence(field, field + " is missing.");
        }
        return value;
    }
}
