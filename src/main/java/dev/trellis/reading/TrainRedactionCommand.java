package dev.trellis.reading;

import dev.trellis.Measured;
import dev.trellis.TrellisCommand;
import dev.trellis.reading.PersonalTraining.Material;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train redaction}: makes what finds personal text, measures it on sentences unlike those it learned from, writes its card. */
@Command(name = "train redaction", description = "Trains what finds personal data in free text, and writes its card.")
class TrainRedactionCommand implements TrellisCommand {

    @Option(names = "--cases", required = true, description = "Marked texts (JSON, or .gz).")
    private Path cases = Path.of("");

    @Option(names = "--sentences", description = "Own sentences with holes (default: ${DEFAULT-VALUE}).")
    private Path sentences = Path.of("eval/redaction/sentences.txt");

    @Option(names = "--given-names", description = "Given names (default: ${DEFAULT-VALUE}).")
    private Path givenNames = Path.of("eval/redaction/given-names.txt");

    @Option(names = "--advertisements", required = true, description = "SkillSpan's sentences (JSON lines, or .gz).")
    private Path advertisements = Path.of("");

    @Option(names = "--diaries", required = true, description = "CEReD's sentences of diaries (.tsv or .tsv.gz).")
    private Path diaries = Path.of("");

    @Option(
            names = "--tasks",
            required = true,
            description = "O*NET's task statements, for ordinary words (.txt or .gz).")
    private Path tasks = Path.of("");

    @Option(names = "--into", description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of("models/redaction");

    @Option(names = "--errors", description = "Where to write what was missed or replaced without need, by folds.")
    private @Nullable Path errors;

    @Override
    public boolean needsTrellis() {
        return false;
    }

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws IOException {
        List<MarkedText> texts = MarkedTextFiles.cases(cases);
        Material material = material();
        RedactionMeasures unseen = unseen(texts, material, progress);
        RedactionMeasures rules = new RedactionMeasures();
        texts.forEach(text -> rules.add(text, FormedIdentifiers.in(text.text())));
        Map<String, byte[]> files = PersonalTextModel.files(PersonalTraining.train(texts, material));
        PersonalTextModel model = PersonalTextModel.read(name -> Objects.requireNonNull(files.get(name)));
        Files.createDirectories(into);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(into.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(into.resolve("CARD.md"), RedactionCard.of(unseen, model.id()));
        if (errors != null) {
            Files.write(errors, unseen.wrong());
        }
        Map<String, Object> byForm = new HashMap<>(rules.named());
        byForm.remove("by_type");
        out.println(new Measured(unseen.named(), byForm, texts.size(), model.id()).asJson());
        return 0;
    }

    private Material material() {
        List<String> diary = DiaryFile.read(diaries).stream()
                .map(DiarySentence::text)
                .distinct()
                .toList();
        List<String> offers = MarkedTextFiles.advertisements(advertisements);
        List<String> everything = new ArrayList<>(offers);
        everything.addAll(diary);
        MarkedTextFiles.read(tasks)
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> row.length > 2)
                .forEach(row -> everything.add(row[2]));
        List<String> own = MarkedTextFiles.sentences(sentences);
        everything.addAll(own);
        everything.addAll(own);
        PersonalWords words = new PersonalWords(
                OrdinaryWords.of(everything),
                PersonalWords.of("", MarkedTextFiles.read(givenNames)).givenNames());
        List<String> plain = diary.stream().filter(OrdinaryWords::holdsNoName).toList();
        return new Material(own, offers, plain, words);
    }

    private static RedactionMeasures unseen(List<MarkedText> texts, Material material, PrintWriter progress) {
        List<Integer> folds = RedactionFolds.of(texts);
        RedactionMeasures measures = new RedactionMeasures();
        for (int fold = 0; fold < RedactionFolds.FOLDS; fold++) {
            List<MarkedText> learned = new ArrayList<>();
            List<MarkedText> asked = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                (folds.get(i) == fold ? asked : learned).add(texts.get(i));
            }
            PersonalTagger tagger = PersonalTraining.train(learned, material);
            asked.forEach(text -> measures.add(text, LearnedPersonalText.find(text.text(), tagger)));
            progress.println("fold " + (fold + 1) + " of " + RedactionFolds.FOLDS + " measured");
        }
        return measures;
    }
}
