package dev.trellis.reading;

import java.util.List;
import java.util.Locale;

/** What a person should know before trusting the model that reads reflections. */
final class ReflectionCard {

    private ReflectionCard() {}

    static String of(KindTraining.Trained trained) {
        List<KindMeasures.Told> told = trained.crossValidated();
        KindMeasures measures = KindMeasures.of(told);
        double answered = told.stream()
                        .filter(one -> one.probability() >= TrainedReflectionReading.LEAST_SURE)
                        .count()
                / (double) told.size();
        return String.format(
                Locale.ROOT,
                """
                # Kinds of sentences in a reflection

                **What it does.** Says of one sentence of a reflection which of nine things it does: tells an experience, a feeling,
                a difficulty, another perspective, something learned, an intention, thinks about what happened, states a belief, or
                none of these; and how likely that is. A logistic regression (Tribuo, LIBLINEAR) over the sentence's words, pairs of
                words, and its nearness in meaning (bge-small) to %d sentences of the training set. A sentence below
                %.2f gets no kind.

                **What it was made from.** %,d sentences of student teachers' reflective diaries, written in Czech, translated to
                English by machine and annotated by two readers (CEReD); those with a mean confidence of at least 3.

                **Measured** by cross-validation in five folds of the training set, neighbouring sentences in one fold: accuracy
                %.3f, macro-F1 %.3f, calibration error %.3f; %.0f %% of the sentences get a kind. `eval/reflections/README.md` has
                other sentences and the baseline.

                **Limits.** Student teachers and English only. Learning, perspective and intention are rare in the training set and
                told less surely. It reads one sentence without its neighbours. It says nothing about how good a reflection is or
                about the person who wrote it, and must not be used to grade either.

                **Model** `%s`. Made by `java -jar target/trellis.jar train reflections --train train.tsv.gz`; the same sentences
                give the same bytes.

                **Attribution.** CEReD, Michal Štefánik and Jan Nehyba (2021), http://hdl.handle.net/11372/LRT-3573, CC BY 4.0. The
                landmarks are rounded vectors of sentences of it.
                """,
                trained.model().landmarks().count(),
                TrainedReflectionReading.LEAST_SURE,
                told.size(),
                measures.accuracy(),
                measures.macroF1(),
                measures.calibrationError(),
                100 * answered,
                trained.model().id());
    }
}
