package dev.trellis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What has a form of its own by rule and check digit, everything else by the tagger. */
final class LearnedPersonalText implements PersonalText {

    private final Supplier<PersonalTextModel> model;

    /** @param model read when it is first needed */
    LearnedPersonalText(Supplier<PersonalTextModel> model) {
        this.model = SingletonSupplier.of(model);
    }

    @Override
    public String id() {
        return model.get().id();
    }

    @Override
    public boolean isOrdinary(String word) {
        return model.get().tagger().known().isOrdinary(word);
    }

    @Override
    public List<Found> findByForm(String text) {
        return FormedIdentifiers.in(text);
    }

    @Override
    public List<Found> find(String text) {
        return find(text, model.get().tagger());
    }

    static List<Found> find(String text, PersonalTagger tagger) {
        List<Found> formed = FormedIdentifiers.in(text);
        List<Found> all = new ArrayList<>(formed);
        for (Found told : tagger.find(PersonalToken.of(text, formed))) {
            all.addAll(without(told, formed));
        }
        all.sort(Comparator.comparingInt(Found::start));
        return WholeAddresses.of(all, text);
    }

    /** What is left of {@code told} once parts with a form of their own are cut out. */
    private static List<Found> without(Found told, List<Found> formed) {
        List<Found> left = new ArrayList<>();
        int from = told.start();
        for (Found part : formed) {
            if (part.overlaps(told)) {
                if (part.start() > from) {
                    left.add(new Found(told.kind(), from, part.start()));
                }
                from = Math.max(from, part.end());
            }
        }
        if (from < told.end()) {
            left.add(new Found(told.kind(), from, told.end()));
        }
        return left;
    }
}
