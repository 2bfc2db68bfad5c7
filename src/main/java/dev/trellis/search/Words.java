package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** How text becomes words: each as it stands, without case or accents, and beside it its stem. */
final class Words {

    static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new EnglishPossessiveFilter(tokenizer);
            words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            words = new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(words)));
            return new TokenStreamComponents(tokenizer, words);
        }
    };

    /** Words of a question beyond these are not looked up; a page of text asks about its beginning. */
    private static final int MOST_OF_A_QUESTION = 64;

    /**
     * Words that ask rather than say what is sought, and the analyser's list of words that say little. "No" and "not" are
     * kept: saying no is a competency.
     */
    private static final Set<String> SAY_LITTLE = sayLittle();

    private Words() {}

    /** One word of a question: as written, and its stem; the same where there is none. */
    record Asked(String surface, String stem) {}

    private record Token(String term, int start, int end, boolean samePlace) {}

    /** The words of a question to look up, in order, each once. Where all say little, all of them. */
    static List<Asked> asked(String question) {
        Map<String, String> stems = new LinkedHashMap<>();
        String surface = "";
        for (Token token : tokens(question)) {
            if (!token.samePlace()) {
                surface = token.term();
                stems.putIfAbsent(surface, surface);
            } else {
                stems.put(surface, token.term());
            }
        }
        boolean allSayLittle = SAY_LITTLE.containsAll(stems.keySet());
        return stems.entrySet().stream()
                .filter(word -> allSayLittle || !SAY_LITTLE.contains(word.getKey()))
                .limit(MOST_OF_A_QUESTION)
                .map(word -> new Asked(word.getKey(), word.getValue()))
                .toList();
    }

    /** The words of a question found in a text, as the text writes them, each once. */
    static List<String> found(List<Asked> asked, String text) {
        Set<String> terms = new HashSet<>();
        asked.forEach(word -> {
            terms.add(word.surface());
            terms.add(word.stem());
        });
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (Token token : tokens(text)) {
            String written = text.substring(token.start(), token.end());
            if (terms.contains(token.term()) && seen.add(written.toLowerCase(Locale.ROOT))) {
                found.add(written);
            }
        }
        return List.copyOf(found);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(
                        term.toString(),
                        offset.startOffset(),
                        offset.endOffset(),
                        position.getPositionIncrement() == 0));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static Set<String> sayLittle() {
        Set<String> words = new HashSet<>(Set.of(
                "what", "which", "who", "whom", "when", "where", "why", "how", "do", "does", "did", "has", "have",
                "had", "can", "could", "would", "should", "may", "i", "me", "my", "we", "our", "you", "your", "he",
                "him", "his", "she", "her", "its", "them", "were", "been", "about", "from", "than", "so", "any",
                "some"));
        CharArraySet english = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;
        english.forEach(word -> words.add(new String((char[]) word)));
        words.removeAll(Set.of("no", "not"));
        return Set.copyOf(words);
    }
}
