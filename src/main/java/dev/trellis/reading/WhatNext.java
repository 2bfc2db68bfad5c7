package dev.trellis.reading;

import dev.trellis.evidence.AfterWriting;
import dev.trellis.reading.ReflectionReading.ReadKind;
import dev.trellis.reading.ReflectionReading.SentenceRead;
import dev.trellis.search.Sentences;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks what comes next where a reflection tells, feels or struggles, and neither learns nor intends anything: the step from
 * describing to drawing a conclusion is the one that reflections most often leave out (Hatton and Smith 1995).
 */
@Component
class WhatNext implements AfterWriting {

    /** Reading takes about 30 ms a sentence; whoever writes more than this has thought it through. */
    private static final int MOST_SENTENCES = 40;

    private final ReflectionReading reading;

    WhatNext(ReflectionReading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<String> ask(String text) {
        List<String> sentences =
                Sentences.in(text).stream().map(span -> span.of(text)).toList();
        if (sentences.isEmpty() || sentences.size() > MOST_SENTENCES) {
            return Optional.empty();
        }
        List<SentenceKind> kinds = reading.read(sentences).stream()
                .map(SentenceRead::kind)
                .flatMap(Optional::stream)
                .map(ReadKind::kind)
                .toList();
        boolean mostlyUnread = kinds.size() * 2 < sentences.size();
        if (mostlyUnread || kinds.contains(SentenceKind.INTENTION) || kinds.contains(SentenceKind.LEARNING)) {
            return Optional.empty();
        }
        if (kinds.contains(SentenceKind.DIFFICULTY)) {
            return Optional.of("You wrote what was hard. What will you try next time?");
        }
        if (kinds.contains(SentenceKind.EXPERIENCE)) {
            return Optional.of("You described what happened. What will you do next?");
        }
        return kinds.contains(SentenceKind.FEELING)
                ? Optional.of("You wrote how it felt. What do you take from it?")
                : Optional.empty();
    }
}
