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
            int until = from + 1;
            while (until < tokens.size()
                    && !tokens.get(from).text().isBlank()
                    && told.get(until).getOutput().getLabel().equals(label)
                    && !tokens.get(until).text().isBlank()) {
                until++;
            }
            if (!label.equals(NOTHING.getLabel()) && !tokens.get(from).text().isBlank()) {
                found.add(new Found(
                        Kind.valueOf(label),
                        tokens.get(from).start(),
                        tokens.get(until - 1).end()));
            }
            from = until;
        }
        return found;
    }

    static Example<Label> example(List<Feature> features, Label label) {
        return new ArrayExample<>(label, features);
    }
}
