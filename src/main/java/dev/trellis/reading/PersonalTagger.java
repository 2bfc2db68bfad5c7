package dev.trellis.reading;

import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.sequence.SequenceExample;

/** Says of each token which kind of personal text it belongs to, or none: a conditional random field over a whole text. */
record PersonalTagger(CRFModel model, PersonalWords known) {

    static final Label NOTHING = new Label("O");

    /** Runs of tokens of one kind, ending at a line's end. */
    List<Found> find(List<PersonalToken> tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        PersonalFeatures features = new PersonalFeatures(tokens, known);
        List<Example<Label>> examples = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            examples.add(example(features.of(i), LabelFactory.UNKNOWN_LABEL));
        }
        List<Prediction<Label>> told = model.predict(new SequenceExample<>(examples));
        List<Found> found = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            String label = told.get(from).getOutput().getLabel();
            if (label.equals(NOTHING.getLabel()) || !mayBegin(tokens.get(from))) {
                from++;
                continue;
            }
            int until = from + 1;
            while (until < tokens.size()
                    && !tokens.get(until).text().isBlank()
                    && (told.get(until).getOutput().getLabel().equals(label) || isJoined(tokens, until))) {
                until++;
            }
            int last = until - 1;
            while (last > from && !mayEnd(tokens.get(last))) {
                last--;
            }
            found.add(new Found(
                    Kind.valueOf(label),
                    tokens.get(from).start(),
                    tokens.get(last).end()));
            from = until;
        }
        return found;
    }

    private static boolean mayBegin(PersonalToken token) {
        return token.form().isPresent()
                || Character.isLetterOrDigit(token.text().codePointAt(0));
    }

    /** A full stop may belong to an abbreviation. */
    private static boolean mayEnd(PersonalToken token) {
        return mayBegin(token) || token.text().equals(".") || token.text().equals(")");
    }

    /** The "-Luise" of "Anna-Luise". */
    private static boolean isJoined(List<PersonalToken> tokens, int i) {
        return isHyphen(tokens, i) && i + 1 < tokens.size() && tokens.get(i + 1).isCapitalised()
                || isHyphen(tokens, i - 1);
    }

    private static boolean isHyphen(List<PersonalToken> tokens, int i) {
        return tokens.get(i).text().equals("-")
                && i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).isCapitalised()
                && tokens.get(i - 1).end() == tokens.get(i).start()
                && tokens.get(i).end() == tokens.get(i + 1).start();
    }

    static Example<Label> example(List<Feature> features, Label label) {
        return new ArrayExample<>(label, features);
    }
}
