package dev.trellis.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A prompt of {@code prompts/}: front matter, then the instructions, then, under the heading "Data", what is filled in for
 * each call. Instructions come first and never change, so that a provider may keep them.
 *
 * @param version such as {@code plan/v2}
 * @param hash SHA-256 of the whole file, hexadecimal
 * @param schema JSON schema of the answer
 * @param mostOutputTokens an answer is cut off there
 */
record PromptFile(
        String version,
        String hash,
        String schemaName,
        String schema,
        int mostOutputTokens,
        String instructions,
        String data) {

    private static final Pattern PARTS =
            Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*?)\\R# Data\\R(.*)\\z", Pattern.DOTALL);
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

    /**
     * Reads a prompt from the class path.
     *
     * @throws IllegalStateException if it is missing or not in this form: a broken build, not a broken call
     */
    static PromptFile read(String version) {
        String path = "/prompts/" + version + ".md";
        try (InputStream in = PromptFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + path);
            }
            return parse(version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PromptFile parse(String version, String file) {
        Matcher parts = PARTS.matcher(file);
        if (!parts.matches()) {
            throw new IllegalStateException(version + " lacks front matter or the heading Data");
        }
        Map<String, Object> frontMatter = frontMatter(parts.group(1));
        return new PromptFile(
                version,
                DigestUtils.sha256Hex(file),
                String.valueOf(frontMatter.get("schema_name")),
                String.valueOf(frontMatter.get("output_schema")),
                Integer.parseInt(String.valueOf(frontMatter.get("most_output_tokens"))),
                parts.group(2).strip(),
                parts.group(3).strip());
    }

    static Map<String, Object> frontMatter(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    /** The data part with its holes filled; what is filled in is not read for holes again. */
    SentText filled(Map<String, SentText> values) {
        SentText.Builder filled = new SentText.Builder();
        Matcher hole = HOLE.matcher(data);
        int from = 0;
        while (hole.find()) {
            SentText value = values.get(hole.group(1));
            if (value == null) {
                throw new IllegalArgumentException(version + " asks for {{" + hole.group(1) + "}}");
            }
            filled.own(data.substring(from, hole.start())).add(value);
            from = hole.end();
        }
        return filled.own(data.substring(from)).build();
    }
}
