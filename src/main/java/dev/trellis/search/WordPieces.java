package dev.trellis.search;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Texts as the numbers a BERT model reads: each part begins with its start token and ends with its end token. */
final class WordPieces implements AutoCloseable {

    /** What the model was trained on; its positions end here. */
    static final int LONGEST_PART = 512;

    /**
     * Parts read of one text: some 6,000 words. Beyond, parts are taken at even distances over the whole text: an average of
     * hundreds of parts says no more than one of a few, and a text must not hold up the texts behind it for minutes.
     */
    static final int MOST_PARTS = 16;

    private static final int MOST_WORD_PIECES = LONGEST_PART - 2;

    private final HuggingFaceTokenizer tokenizer;

    WordPieces(InputStream vocabulary) throws IOException {
        tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
    }

    /** One part of a text that fits, several of one that does not, cut between words; never none. */
    List<long[]> of(String text) {
        Encoding encoding = tokenizer.encode(readable(text), true, false);
        long[] ids = encoding.getIds();
        if (ids.length <= LONGEST_PART) {
            return List.of(ids);
        }
        return evenly(cut(ids, encoding.getWordIds()));
    }

    /** Half a surrogate pair is no text to the tokenizer. */
    private static String readable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<long[]> cut(long[] ids, long[] words) {
        long start = ids[0];
        int end = ids.length - 1;
        List<long[]> parts = new ArrayList<>();
        for (int from = 1; from < end; ) {
            int to = Math.min(from + MOST_WORD_PIECES, end);
            int wordStart = to;
            while (to < end && wordStart > from && words[wordStart] == words[wordStart - 1]) {
                wordStart--;
            }
            // A word longer than a part is cut where the part ends.
            to = wordStart > from ? wordStart : to;
            long[] part = new long[to - from + 2];
            part[0] = start;
            System.arraycopy(ids, from, part, 1, to - from);
            part[part.length - 1] = ids[end];
            parts.add(part);
            from = to;
        }
        return parts;
    }

    private static List<long[]> evenly(List<long[]> parts) {
        if (parts.size() <= MOST_PARTS) {
            return parts;
        }
        long[][] taken = new long[MOST_PARTS][];
        Arrays.setAll(taken, i -> parts.get((int) ((long) i * (parts.size() - 1) / (MOST_PARTS - 1))));
        return List.of(taken);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
