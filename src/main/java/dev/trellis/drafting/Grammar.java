package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import dev.trellis.search.Sentences;
import java.util.Optional;

/** The little grammar it takes to put names, titles and level descriptors of a catalogue into a sentence of one language. */
interface Grammar {

    int LONGEST_DESCRIPTOR = 150;

    static Grammar of(Language language) {
        return switch (language) {
            case ENGLISH -> new English();
            case GERMAN -> new German();
        };
    }

    /** A competency's name as it stands inside a sentence. */
    String inSentence(String competencyName);

    /** Whether a title tells one what to do, such as "Lead a retrospective", rather than naming a thing. */
    boolean isRequest(String title, ActivityKind kind);

    /** A descriptor as it follows a name: "Hands over whole tasks." becomes "hands over whole tasks". */
    Optional<String> afterName(String descriptor);

    /** A descriptor as it follows "can": "Explain the plan" and "Can explain the plan" become "explain the plan". */
    Optional<String> afterCan(String descriptor);

    /** The first sentence of a descriptor, where it is short enough to stand in another sentence. */
    static Optional<String> firstSentence(String descriptor) {
        return Sentences.in(descriptor).stream()
                .findFirst()
                .flatMap(sentence -> Clauses.quotable(sentence, descriptor))
                .map(span -> span.of(descriptor))
                .filter(words -> words.length() <= LONGEST_DESCRIPTOR)
                .filter(Excerpt::isWithoutMarks)
                .filter(ForbiddenText::isPlain);
    }

    static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String lowered(String words) {
        boolean acronym = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return acronym ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    static String firstWord(String words) {
        return words.split("[\\s,]", 2)[0];
    }
}
