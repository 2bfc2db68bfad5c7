package dev.trellis.drafting;

import java.util.List;

/** One sentence about a person, and the words it rests on. */
public record Claim(String text, List<Citation> citations) {

    public Claim {
        citations = List.copyOf(citations);
    }
}
