package dev.trellis.reading;

import java.util.List;

/** Finds what a set of texts is about, without being told what to look for. */
public interface TextThemes {

    /**
     * @param texts of which nothing is kept; whoever shows a theme to others sees to it that enough people stand behind it
     * @param most themes wanted at most, at least 2; fewer are found where fewer stand apart
     * @return largest first; every text is in exactly one. Empty where there are too few texts to tell themes apart, which is
     *     fewer than ten. The same texts give the same themes
     */
    List<Theme> in(List<String> texts, int most);

    /**
     * @param words that set it apart from the other themes, most telling first
     * @param texts which ones, by index, ascending
     */
    record Theme(List<String> words, List<Integer> texts) {}
}
