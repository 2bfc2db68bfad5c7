package dev.trellis.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
     * Words that ask or join rather than say what is sought: English words of the closed classes. "No" and "not" are missing
     * on purpose: saying no is a competency.
     */
    private static final String FUNCTION_WORDS = """
            i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers \
            herself it its itself they them their theirs themselves one ones \
            everyone everybody everything someone somebody something anyone anybody anything \
            what which who whom whose when where why how there here that this these those then once again \
            am is are was were be been being do does did doing done have has had having \
            can could will would shall should may might must ought cannot \
            i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've they'd \
            they'll that's there's here's what's who's how's where's let's isn't aren't wasn't weren't haven't hasn't hadn't \
            don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't \
            about above after before below between by during for from in into of off on out over through to under until up \
            down while with at as because since though although if or and but so than \
            a an the any some all both each few more most other such only same too very just also even ever yet still quite \
            really always often sometimes""";

    /** {@link #FUNCTION_WORDS} and the analyser's own list. */
    private static final Set<String> SAY_LITTLE = sayLittle();

    private Words() {}

    /** One word of a question: as written, and its stem; the same where there is none. */
    record Asked(String surface, String stem) {

        List<String> terms() {
            return surface.equals(stem) ? List.of(surface) : List.of(surface, stem);
        }
    }

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

    /** How a text writes the words of a question, by the word asked: each spelling once, in its order. */
    static Map<Asked, List<String>> written(List<Asked> asked, String text) {
        Map<String, List<Asked>> byTerm = new HashMap<>();
        for (Asked word : asked) {
            for (String term : word.terms()) {
                byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(word);
            }
        }
        Map<Asked, List<String>> written = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Token token : tokens(text)) {
            String spelling = text.substring(token.start(), token.end());
            for (Asked word : byTerm.getOrDefault(token.term(), List.of())) {
                if (seen.add(word.surface() + ' ' + spelling.toLowerCase(Locale.ROOT))) {
                    written.computeIfAbsent(word, w -> new ArrayList<>()).add(spelling);
                }
            }
        }
        return written;
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
        Set<String> words = new HashSet<>(List.of(FUNCTION_WORDS.split("\\s+")));
        CharArraySet english = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;
        english.forEach(word -> words.add(new String((char[]) word)));
        words.removeAll(Set.of("no", "not"));
        return Set.copyOf(words);
    }
}
