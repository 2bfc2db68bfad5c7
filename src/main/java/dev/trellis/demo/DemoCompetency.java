package dev.trellis.demo;

import java.util.List;

/**
 * Something people do well or less well.
 *
 * @param alternativeLabels other words people use for it
 * @param descriptors five sentences, what a colleague could see at level 1 to 5, lowest first
 */
public record DemoCompetency(
        String code,
        String group,
        String name,
        String about,
        List<String> alternativeLabels,
        List<String> descriptors) {

    public DemoCompetency {
        if (descriptors.size() != 5) {
            throw new IllegalArgumentException(code + " has " + descriptors.size() + " levels, not 5");
        }
    }
}
