package dev.trellis.reading;

import java.util.List;

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
        PersonalText byForm = byFormOnly();
        return new PersonalText() {
            @Override
            public List<Found> find(String text) {
                int at = text.indexOf(company);
                return at < 0 ? findByForm(text) : List.of(new Found(Kind.ORGANISATION, at, at + company.length()));
            }

            @Override
            public List<Found> findByForm(String text) {
                return byForm.findByForm(text);
            }

            @Override
            public boolean isOrdinary(String word) {
                return byForm.isOrdinary(word);
            }

            @Override
            public String id() {
                return "one company";
            }
        };
    }

    /** Finds nothing that is not in the directory or has no form of its own. */
    public static PersonalText byFormOnly() {
        return new PersonalText() {
            @Override
            public List<Found> find(String text) {
                return findByForm(text);
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
                return "by form";
            }
        };
    }
}
