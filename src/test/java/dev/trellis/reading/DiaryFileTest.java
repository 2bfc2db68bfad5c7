package dev.trellis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.TrellisCommand.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaryFileTest {

    private static final String HEADER = "idx\tcontext\tsentence\ty\tconfidence\ty_requires_context\n";

    @TempDir
    Path folder;

    @Test
    void aQuotationMarkIsACharacterLikeAnyOther() throws IOException {
        Path file = file(HEADER + "7\tc\t\"Well, he said.\tExperience\t[5, 4]\n8\tc\tI \"will\".\tIntention\t[3]\tK\n");

        assertThat(DiaryFile.read(file))
                .containsExactly(
                        new DiarySentence("\"Well, he said.", SentenceKind.EXPERIENCE, 4.5, 7),
                        new DiarySentence("I \"will\".", SentenceKind.INTENTION, 3, 8));
    }

    @Test
    void bothSpellingsAreOneKind() throws IOException {
        Path file = file(HEADER + "1\tc\ta\tDifficulty\t[5]\n2\tc\tb\tDifficulties\t[5]\n");

        assertThat(DiaryFile.read(file)).extracting(DiarySentence::kind).containsOnly(SentenceKind.DIFFICULTY);
    }

    @Test
    void leavesOutWhatAnnotatorsWereUnsureOf() throws IOException {
        Path file = file(HEADER + "1\tc\tunsure\tOther\t[2, 3]\n2\tc\tsure\tOther\t[2, 4]\n");

        assertThat(DiaryFile.sure(file)).extracting(DiarySentence::text).containsExactly("sure");
    }

    @Test
    void readsGzip() throws IOException {
        Path file = folder.resolve("s.tsv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "1\tc\ta\tOther\t[5]\n").getBytes());
        }

        assertThat(DiaryFile.read(file)).hasSize(1);
    }

    @Test
    void saysWhichLineIsWrong() throws IOException {
        Path unknown = file(HEADER + "1\tc\ta\tOther\t[5]\n2\tc\tb\tGossip\t[5]\n");
        assertThatThrownBy(() -> DiaryFile.read(unknown))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContainingAll(unknown.toString(), "line 3", "Gossip");

        Path shortLine = file(HEADER + "1\tc\n");
        assertThatThrownBy(() -> DiaryFile.read(shortLine))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("line 2");

        Path noColumn = file("text\tlabel\n");
        assertThatThrownBy(() -> DiaryFile.read(noColumn))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("sentence");

        Path noConfidence = file(HEADER + "1\tc\ta\tOther\tvery\n");
        assertThatThrownBy(() -> DiaryFile.read(noConfidence))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("very");
    }

    @Test
    void saysThatAFileIsMissingOrEmpty() throws IOException {
        Path missing = folder.resolve("none.tsv");
        assertThatThrownBy(() -> DiaryFile.read(missing))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("none.tsv");

        Path empty = file("");
        assertThatThrownBy(() -> DiaryFile.read(empty))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("empty");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sentences.tsv"), text);
    }
}
