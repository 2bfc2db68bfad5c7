package dev.trellis.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.people.PersonId;
import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private static final PersonId LEARNER = new PersonId(new UUID(1, 2));
    private static final String LETTERS = "aAbBeEéÉnNsSßüÜ王שİı0 .,'’\"\\-–{}[]\n\u202E🌱place company s";

    private final Pseudonyms names = new Pseudonyms(LEARNER, invented -> false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsPutBackIsTheOriginalWhateverWasHidden(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            String text = text(chance);
            List<Found> parts = parts(text, chance);

            String hidden = names.hiding(parts, text);

            assertThat(names.puttingBack(hidden)).isEqualTo(text);
        }
    }

    @Test
    void survivesWhatModelsDoToNames() {
        String hidden = names.hiding(
                List.of(new Found(Kind.PERSON, 0, 3), new Found(Kind.PLACE, 14, 20)), "Ben worked in Berlin.");
        String ben = hidden.substring(0, hidden.indexOf(' '));
        String berlin = hidden.substring(hidden.lastIndexOf(' ') + 1, hidden.length() - 1);
        String bare = berlin.substring(berlin.indexOf('-') + 1);

        assertThat(back(ben + "’s plan, " + ben + "s Plan, " + ben + "-led"))
                .isEqualTo("Ben’s plan, Bens Plan, Ben-led");
        assertThat(back(ben.toUpperCase(Locale.ROOT) + " AND " + ben)).isEqualTo("BEN AND Ben");
        assertThat(back(ben.toLowerCase(Locale.ROOT))).isEqualTo("Ben");
        assertThat(back(bare + ", " + berlin.replace('-', '‑') + ", " + berlin.toLowerCase(Locale.ROOT)))
                .isEqualTo("Berlin, Berlin, Berlin");
        assertThat(back("the place " + ben + " likes, " + berlin + berlin))
                .isEqualTo("the place Ben likes, BerlinBerlin");
        assertThat(back("nobody at all")).isEqualTo("nobody at all");
    }

    @Test
    void keepsApartWhatDiffersOnlyInAccentsOrCase() {
        for (String name : List.of("José", "Jose", "JOSE", "JOSÉ", "jose", "JoSé")) {
            String hidden = names.hiding(List.of(new Found(Kind.PERSON, 0, name.length())), name);
            assertThat(back(hidden)).isEqualTo(name);
        }
    }

    @Test
    void standsForNothingByANameThatIsTaken() {
        String first = names.hiding(List.of(new Found(Kind.PERSON, 0, 3)), "Ben");
        Pseudonyms others = new Pseudonyms(LEARNER, invented -> invented.equals(first));

        assertThat(others.hiding(List.of(new Found(Kind.PERSON, 0, 3)), "Ben")).isNotEqualTo(first);
    }

    private String back(String words) {
        return names.puttingBack(words);
    }

    private static String text(SplittableRandom chance) {
        StringBuilder text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = 0, length = 1 + chance.nextInt(60); i < length; i++) {
            text.appendCodePoint(letters[chance.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static List<Found> parts(String text, SplittableRandom chance) {
        List<Found> parts = new ArrayList<>();
        int at = chance.nextInt(3);
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + chance.nextInt(8));
            parts.add(new Found(Kind.values()[chance.nextInt(Kind.values().length)], at, end));
            at = end + chance.nextInt(6);
        }
        return parts;
    }
}
