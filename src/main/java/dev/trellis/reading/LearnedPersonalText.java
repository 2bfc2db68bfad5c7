package dev.trellis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        again(text, tagger.known(), all);
        all.sort(Comparator.comparingInt(Found::start));
        return WholeAddresses.of(all, text);
    }

    /** A name that was found stands for the same person elsewhere in the text; a country is one wherever it stands. */
    private static void again(String text, PersonalWords known, List<Found> found) {
        Set<String> names = new HashSet<>();
        for (Found part : found) {
            if (part.kind() == Kind.PERSON) {
                PersonalToken.of(text.substring(part.start(), part.end()), List.of()).stream()
                        .filter(PersonalToken::isCapitalised)
                        .map(PersonalToken::text)
                        .filter(name -> name.length() > 2 && !known.isOrdinary(name))
                        .forEach(names::add);
            }
        }
        List<Found> more = new ArrayList<>();
        for (PersonalToken token : PersonalToken.of(text, List.of())) {
            if (names.contains(token.text()) || token.isCapitalised() && PersonalWords.isCountry(token.text())) {
                Kind kind = names.contains(token.text()) ? Kind.PERSON : Kind.PLACE;
                Found part = new Found(kind, token.start(), token.end());
                if (found.stream().noneMatch(part::overlaps)) {
                    more.add(part);
                }
            }
        }
        found.addAll(more);
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
