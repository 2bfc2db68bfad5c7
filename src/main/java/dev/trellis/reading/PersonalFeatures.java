package dev.trellis.reading;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.Feature;

/** What the tagger is told of each token: how it is written, what kind of word it is, and the same of its neighbours. */
final class PersonalFeatures {

    private static final int LONGEST_AFFIX = 4;
    private static final int LONGEST_SHAPE = 4;

    private final List<PersonalToken> tokens;
    private final String[] words;
    private final String[] shapes;
    private final String[] classes;
    private final boolean[] starts;
    private final boolean[] lineStarts;
    private final String language;

    PersonalFeatures(List<PersonalToken> tokens, PersonalWords known) {
        this.tokens = tokens;
        words = new String[tokens.size()];
        shapes = new String[tokens.size()];
        classes = new String[tokens.size()];
        starts = new boolean[tokens.size()];
        lineStarts = new boolean[tokens.size()];
        language = PersonalWords.isGerman(tokens) ? "de" : "en";
        for (int i = 0; i < tokens.size(); i++) {
            PersonalToken token = tokens.get(i);
            words[i] = token.form()
                    .map(kind -> "<" + kind + ">")
                    .orElseGet(() -> token.text().isBlank() ? "<end>" : withoutFigures(token.text()));
            shapes[i] = token.form().map(kind -> "<" + kind + ">").orElseGet(() -> shape(token.text()));
            classes[i] = token.isWord() ? known.classOf(words[i]) : "";
            lineStarts[i] = i == 0 || tokens.get(i - 1).text().isBlank();
            starts[i] = lineStarts[i]
                    || tokens.get(i - 1).endsSentence()
                    || starts[i - 1] && !tokens.get(i - 1).isWord() && !isFigure(i - 1);
        }
    }

    private boolean isFigure(int i) {
        return Character.isDigit(tokens.get(i).text().codePointAt(0));
    }

    private static String withoutFigures(String word) {
        return Character.isDigit(word.charAt(0)) ? "0".repeat(Math.min(6, word.length())) : PersonalWords.small(word);
    }

    List<Feature> of(int i) {
        List<String> names = new ArrayList<>(48);
        String word = words[i];
        String shape = shapes[i];
        String kind = shape + (starts[i] ? "^" : "") + classes[i];
        names.add("any");
        names.add("w " + word);
        names.add("k " + kind);
        names.add("l " + language + kind);
        if (tokens.get(i).isWord()) {
            for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length() - 1); length++) {
                names.add("x " + shape.charAt(0) + word.substring(word.length() - length));
                if (length > 1) {
                    names.add("a " + shape.charAt(0) + word.substring(0, length));
                }
            }
            if (!Character.UnicodeScript.LATIN.equals(
                    Character.UnicodeScript.of(tokens.get(i).text().codePointAt(0)))) {
                names.add("script");
            }
        }
        for (int away = -2; away <= 2; away++) {
            if (away != 0) {
                names.add("w" + away + " " + word(i + away));
                names.add("k" + away + " " + kind(i + away));
                names.add("kk" + away + " " + kind + "|" + kind(i + away));
                names.add("sw" + away + " " + shape + "|" + word(i + away));
            }
        }
        names.add("w-2-1 " + word(i - 2) + "|" + word(i - 1));
        names.add("w+1+2 " + word(i + 1) + "|" + word(i + 2));
        names.add("k-1+1 " + kind(i - 1) + "|" + shape + "|" + kind(i + 1));
        names.add("s3 " + shape(i - 3) + shape(i - 2) + shape(i - 1) + "|" + shape);
        names.add("s-3 " + shape + "|" + shape(i + 1) + shape(i + 2) + shape(i + 3));
        names.add("edges " + lineStarts[i]
                + (i + 1 == tokens.size() || tokens.get(i + 1).text().isBlank()) + shape);
        names.add("near " + streetNear(i) + shape);
        return names.stream().distinct().map(name -> new Feature(name, 1)).toList();
    }

    private String streetNear(int i) {
        for (int j = Math.max(0, i - 4); j <= Math.min(words.length - 1, i + 4); j++) {
            if (classes[j].endsWith("s")
                    && Character.isUpperCase(tokens.get(j).text().codePointAt(0))) {
                return "s" + Integer.signum(j - i);
            }
        }
        return "";
    }

    private String word(int i) {
        return i < 0 ? "<first" : i >= words.length ? "last>" : words[i];
    }

    private String shape(int i) {
        return i < 0 ? "<" : i >= words.length ? ">" : shapes[i];
    }

    private String kind(int i) {
        return i < 0 ? "<" : i >= words.length ? ">" : shapes[i] + classes[i];
    }

    /** "Xx" for "Anna", "XX" for "USA", "xX" for "iPad", "X" for "D", digits by their number. */
    static String shape(String word) {
        int first = word.codePointAt(0);
        if (word.isBlank()) {
            return "/";
        }
        if (Character.isDigit(first)) {
            return "0".repeat(Math.min(LONGEST_SHAPE + 2, word.length()));
        }
        if (!Character.isLetter(first)) {
            return word;
        }
        boolean more = word.codePointCount(0, word.length()) > 1;
        boolean upper = word.codePoints().skip(1).anyMatch(Character::isUpperCase);
        boolean lower = word.codePoints().skip(1).anyMatch(Character::isLowerCase);
        if (Character.isUpperCase(first)) {
            return !more ? "X" : upper && !lower ? "XX" : upper ? "XxX" : "Xx";
        }
        return upper ? "xX" : Character.isLowerCase(first) ? "x" : "?";
    }
}
