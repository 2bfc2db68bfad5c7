package dev.trellis.reading;

import java.util.List;
import java.util.Optional;

/** What finds personal text, for tests of any module. */
public final class PersonalTexts {

    private static final PersonalText SHIPPED =
            new LearnedPersonalText(() -> RedactionConfiguration.model(RedactionConfiguration.SHIPPED));

    private PersonalTexts() {}

    public static PersonalText shipped() {
        return SHIPPED;
    }

    /** Finds {@code company} wherever it stands, and what has a form of its own. */
    public static PersonalText knowing(String company) {
        return new ByForm(Optional.of(company));
    }

    /** Finds nothing that is not in the directory or has no form of its own. */
    public static PersonalText byFormOnly() {
        return new ByForm(Optional.empty());
    }

    private record ByForm(Optional<String> company) implements PersonalText {

        @Override
        public List<Found> find(String text) {
            return company.filter(text::contains)
                    .map(name -> List.of(
                            new Found(Kind.ORGANISATION, text.indexOf(name), text.indexOf(name) + name.length())))
                    .orElseGet(() -> findByForm(text));
        }

        @Override
        public List<Found> findByForm(String text) {
            return SHIPPED.findByForm(text);
        }

        @Override
        public boolean isOrdinary(String word) {
            return SHIPPED.isOrdinary(word);
        }

        @Override
        public String id() {
            return "by form " + company.orElse("only");
        }
    }
}
