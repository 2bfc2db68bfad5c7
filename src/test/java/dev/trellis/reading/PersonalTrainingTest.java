package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.reading.MarkedText.Mark;
import dev.trellis.reading.PersonalTraining.Material;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalTrainingTest {

    private static final List<String> NAMES = List.of("Anna", "Chidi", "Mei", "Ottilie");

    private final Material material = new Material(
            List.of("I asked {{PERSON}} for help.", "{{PERSON}} lives in {{GPE}}.", "We met in {{GPE}} on Monday."),
            List.of("You will work with {{ORGANIZATION}}."),
            List.of("It was late and I was tired.", "Next time I wait."),
            new PersonalWords(Set.of("i", "asked", "for", "help"), Set.of("anna", "mei")));

    @Test
    void theSameTextsGiveTheSameBytes() {
        Map<String, byte[]> once = PersonalTextModel.files(PersonalTraining.train(texts(), material));
        Map<String, byte[]> again = PersonalTextModel.files(PersonalTraining.train(texts(), material));

        assertThat(once.keySet()).isEqualTo(again.keySet());
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void aModelReadFromItsFilesFindsWhatItFoundBefore() {
        PersonalTagger trained = PersonalTraining.train(texts(), material);
        Map<String, byte[]> files = PersonalTextModel.files(trained);

        PersonalTagger read = PersonalTextModel.read(name -> Objects.requireNonNull(files.get(name)))
                .tagger();

        for (MarkedText text : texts()) {
            assertThat(LearnedPersonalText.find(text.text(), read))
                    .isEqualTo(LearnedPersonalText.find(text.text(), trained));
        }
    }

    @Test
    void textsThatAreAlikeButForWhatIsMarkedStayInOneFold() {
        List<MarkedText> texts = List.of(
                text("My name is ", "Anna", ""),
                text("She lives over there with ", "Mei", ""),
                text("My name is ", "Chidi", ""));

        List<Integer> folds = RedactionFolds.of(texts);

        assertThat(folds.get(0)).isEqualTo(folds.get(2)).isNotEqualTo(folds.get(1));
    }

    private static List<MarkedText> texts() {
        return IntStream.range(0, 12)
                .mapToObj(i -> text(i % 2 == 0 ? "Talked to " : "Yesterday ", NAMES.get(i % 4), " about it."))
                .toList();
    }

    private static MarkedText text(String before, String name, String after) {
        return new MarkedText(
                before + name + after,
                before + "{{PERSON}}" + after,
                List.of(new Mark("PERSON", before.length(), before.length() + name.length())));
    }
}
