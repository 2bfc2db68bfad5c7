package dev.trellis.evidence;

import dev.trellis.catalog.CompetencyId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person typed into a form, kept as it is, and what is wrong with it, by field. */
final class Typed {

    private final Map<String, String> values;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Typed(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** For a template: what was typed, by field. */
    Map<String, String> values() {
        return values;
    }

    /** For a template: one sentence a field at fault. */
    Map<String, String> wrong() {
        return wrong;
    }

    boolean isRight() {
        return wrong.isEmpty();
    }

    /** The first thing wrong with a field is the one that is told. */
    void refuse(String field, String sentence) {
        wrong.putIfAbsent(field, sentence);
    }

    String text(String field) {
        return values.getOrDefault(field, "");
    }

    String required(String field, String sentence) {
        String text = text(field);
        if (text.isBlank()) {
            refuse(field, sentence);
        }
        return text;
    }

    /** Empty, and the field refused with {@code sentence}, where it is no day. */
    Optional<LocalDate> day(String field, String sentence) {
        try {
            return Optional.of(LocalDate.parse(text(field).strip()));
        } catch (DateTimeException e) {
            refuse(field, sentence);
            return Optional.empty();
        }
    }

    /** A number as people type it, with a point or a comma. */
    Optional<Double> number(String field, String sentence) {
        try {
            return Optional.of(Double.valueOf(text(field).strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            refuse(field, sentence);
            return Optional.empty();
        }
    }

    /** One of a set of radios; {@code otherwise} where none of them was chosen. */
    <E extends Enum<E>> E choice(String field, Class<E> choices, E otherwise) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text(field).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(otherwise);
    }

    /** Chosen from a list; empty where nothing was, and the field refused where it can have been none of the list. */
    Optional<CompetencyId> competency() {
        String id = text("competency");
        try {
            return id.isBlank() ? Optional.empty() : Optional.of(CompetencyId.of(id));
        } catch (IllegalArgumentException e) {
            refuse("competency", "There is no such competency.");
            return Optional.empty();
        }
    }

    /** Who will see it; the writer alone where nobody was chosen. */
    Visibility visibility() {
        return choice("visibility", Visibility.class, Visibility.PRIVATE);
    }
}
