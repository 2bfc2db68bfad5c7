package dev.trellis.reading;

import dev.trellis.reading.Grouping.Point;
import dev.trellis.search.Sentences;
import dev.trellis.search.TextVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Groups texts by the mean of their sentences' vectors and by their words: either alone finds fewer of the themes people sorted
 * texts by; {@code eval/themes/README.md} has the figures.
 */
@Component
class ClusteredThemes implements TextThemes {

    /** With fewer texts a group is chance. */
    static final int FEWEST_TEXTS = 10;

    private final TextVectors vectors;

    ClusteredThemes(TextVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public List<Theme> in(List<String> texts, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("at least two themes, not " + most);
        }
        if (texts.size() < FEWEST_TEXTS) {
            return List.of();
        }
        return themes(texts, Point.joined(points(texts, vectors), points(texts, new WordVectors(texts))), most);
    }

    static List<Theme> themes(List<String> texts, List<Point> points, int most) {
        int[] groupOf = Grouping.of(points, most);
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            groups.computeIfAbsent(groupOf[i], none -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> members = List.copyOf(groups.values());
        List<List<String>> names = ThemeNames.of(members.stream()
                .map(group -> group.stream().map(texts::get).toList())
                .toList());
        List<Theme> themes = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            themes.add(new Theme(names.get(i), members.get(i)));
        }
        themes.sort(Comparator.comparingInt((Theme theme) -> theme.texts().size())
                .reversed()
                .thenComparing(theme -> theme.texts().getFirst()));
        return themes;
    }

    static List<Point> points(List<String> texts, TextVectors vectors) {
        List<String> sentences = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (String text : texts) {
            Sentences.in(text).forEach(span -> sentences.add(span.of(text)));
            ends.add(sentences.size());
        }
        List<float[]> meanings = vectors.ofPassing(sentences);
        List<Point> points = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            points.add(Point.meanOf(meanings.subList(from, end), vectors.dimensions()));
            from = end;
        }
        return Point.fromTheirMiddle(points);
    }
}
