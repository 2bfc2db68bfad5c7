package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.reading.PersonalText.Found;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped model does, whatever it is given. */
class PersonalTextTest {

    private final PersonalText personal = PersonalTexts.shipped();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsAreInOrderWithinTheTextAndApart(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        String[] pieces = {
            "Anna ",
            "Berg",
            "12 ",
            "Main Street",
            "\n",
            "+49 30 901820",
            " a@b.de",
            "🌱",
            "\u202E",
            "’s",
            ", ",
            ".",
            "Leeds",
            "2024",
            "@x_y",
            "Suite 12",
            "0",
            "DE89370400440532013000",
            "שלום",
            "王"
        };
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = chance.nextInt(12); j > 0; j--) {
                text.append(pieces[chance.nextInt(pieces.length)]);
            }
            int from = 0;
            for (Found found : personal.find(text.toString())) {
                assertThat(found.start()).isGreaterThanOrEqualTo(from);
                assertThat(found.end()).isLessThanOrEqualTo(text.length());
                from = found.end();
            }
        }
    }

    @Test
    void findsPeopleAndPlacesThatNoListNames() {
        assertThat(words("My daughter Ottilie starts school in September.")).contains("Ottilie");
        assertThat(words("The workshop in Quedlinburg ended on time.")).contains("Quedlinburg");
        assertThat(words("Ich habe mit Ottilie Krantz über die Übergabe gesprochen."))
                .contains("Ottilie Krantz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In May we will mark the end of the pilot with a review.",
                "The Scrum Master asked the Product Owner for a decision.",
                "Delegation is hard for me: I did the work at night instead.",
                "Die Moderation des Workshops fiel mir schwer, besonders die Zeitplanung."
            })
    void leavesOrdinaryWords(String text) {
        assertThat(words(text)).isEmpty();
    }

    private List<String> words(String text) {
        return personal.find(text).stream()
                .map(found -> text.substring(found.start(), found.end()))
                .toList();
    }
}
