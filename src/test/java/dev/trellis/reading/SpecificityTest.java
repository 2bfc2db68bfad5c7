package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a number
            We lost customers in the release.    | We lost 14 customers in the release.
            # a day
            I spoke with the team about it.      | On Tuesday I spoke with the team about it.
            # a name
            I asked a colleague to review it.    | I asked Ingrid to review it.
            # somebody's words
            She said no to the plan.             | She said "not before spring" to the plan.
            # more that has content
            I presented.                         | I presented the budget forecast to the finance committee.
            """)
    void pinningASentenceDownRaisesIt(String general, String specific) {
        assertThat(Specificity.of(specific)).isGreaterThan(Specificity.of(general));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I prepare the agenda for the weekly meeting. | I usually prepare the agenda for the weekly meeting.
            The review took two hours.                   | Maybe the review took two hours.
            Ben explained the deployment.                | Ben explained the deployment and so on.
            """)
    void leavingASentenceOpenLowersIt(String specific, String general) {
        assertThat(Specificity.of(general)).isLessThan(Specificity.of(specific));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "😀",
                "!!!",
                "I",
                "1 2 3 4 5 6 7 8 9 10 Monday Tuesday Anna Ben",
                "maybe maybe maybe maybe maybe"
            })
    void staysBetweenNoneAndAll(String sentence) {
        assertThat(Specificity.of(sentence)).isBetween(0.0, 1.0);
    }

    @Test
    void repeatingANumberIsNotSayingMore() {
        assertThat(Specificity.of("It took 3 days, 3 days, 3 days and 3 days."))
                .isEqualTo(Specificity.of("It took 3 days, 3 days, 3 days and 3 days, 3 days."));
    }

    @Test
    void aCapitalAtTheStartIsNoName() {
        assertThat(Specificity.of("Reviewing helps.")).isEqualTo(Specificity.of("reviewing helps."));
        assertThat(Specificity.of("Then I left.")).isEqualTo(Specificity.of("then i left."));
    }
}
