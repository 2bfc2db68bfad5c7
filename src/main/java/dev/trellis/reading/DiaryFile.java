package dev.trellis.reading;

import dev.trellis.TrellisCommand.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Reads annotated sentences: tab-separated with a header that names {@code sentence}, {@code y} and {@code confidence} (a list
 * such as {@code [5, 4]}), and maybe {@code idx}. A quotation mark is a character like any other. Plain or gzip.
 */
final class DiaryFile {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private static final Map<String, SentenceKind> KINDS = Arrays.stream(SentenceKind.values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Path path;
    private final int sentence;
    private final int kind;
    private final int confidence;
    private final int place;

    private DiaryFile(Path path, String header) {
        this.path = path;
        List<String> columns = List.of(header.strip().split("\t", -1));
        sentence = required(columns, "sentence");
        kind = required(columns, "y");
        confidence = required(columns, "confidence");
        place = columns.indexOf("idx");
    }

    /**
     * Only what annotators were sure enough of.
     *
     * @throws CommandFailed as {@link #read}, and where there is nothing
     */
    static List<DiarySentence> sure(Path path) {
        List<DiarySentence> sure =
                read(path).stream().filter(DiarySentence::isSure).toList();
        if (sure.isEmpty()) {
            throw new CommandFailed(
                    path + " has no sentence with a mean confidence of at least " + DiarySentence.SURE_ENOUGH + ".");
        }
        return sure;
    }

    /** @throws CommandFailed naming the file, and the line where one is wrong */
    static List<DiarySentence> read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new CommandFailed("There is no file " + path + ".");
        }
        try (InputStream in = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null) {
                throw new CommandFailed(path + " is empty.");
            }
            DiaryFile file = new DiaryFile(path, header);
            List<DiarySentence> sentences = new ArrayList<>();
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sentences.add(file.sentence(line.split("\t", -1), number));
                }
            }
            return sentences;
        } catch (IOException e) {
            throw new CommandFailed(path + " cannot be read: " + e.getMessage());
        }
    }

    private int required(List<String> columns, String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new CommandFailed(path + ", line 1: there is no column " + name + ".");
        }
        return at;
    }

    private DiarySentence sentence(String[] cells, int line) {
        if (cells.length <= Math.max(sentence, Math.max(kind, confidence))) {
            throw wrong(line, "it has " + cells.length + " cells, too few");
        }
        return new DiarySentence(
                cells[sentence], kind(cells[kind], line), confidence(cells[confidence], line), place(cells, line));
    }

    /** The corpus spells one kind in two ways. */
    private SentenceKind kind(String cell, int line) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        SentenceKind known = KINDS.get(name.equals("difficulties") ? "difficulty" : name);
        if (known == null) {
            throw wrong(line, "\"" + cell + "\" is none of the nine kinds");
        }
        return known;
    }

    private double confidence(String cell, int line) {
        Matcher numbers = NUMBER.matcher(cell);
        double sum = 0;
        int count = 0;
        while (numbers.find()) {
            sum += Double.parseDouble(numbers.group());
            count++;
        }
        if (count == 0) {
            throw wrong(line, "\"" + cell + "\" holds no confidence");
        }
        return sum / count;
    }

    private int place(String[] cells, int line) {
        if (place < 0 || place >= cells.length) {
            return line;
        }
        try {
            return Integer.parseInt(cells[place].strip());
        } catch (NumberFormatException e) {
            throw wrong(line, "\"" + cells[place] + "\" is no number for idx");
        }
    }

    private CommandFailed wrong(int line, String what) {
        return new CommandFailed(path + ", line " + line + ": " + what + ".");
    }
}
