package dev.trellis.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.trellis.drafting.ModelEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A language model that does what the prompt asks and nothing more: for each gap it takes the first option and quotes the
 * first sentence of the first source that speaks to it. It knows only what it was sent. It may be told to do something else with
 * its answer, once it has it.
 */
final class ScriptedModel implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("^Given name: (.+)$", Pattern.MULTILINE);
    private static final Pattern WANTED = Pattern.compile("^Items wanted: at most (\\d+)$", Pattern.MULTILINE);
    private static final Pattern GAP = Pattern.compile(
            "^\\[F(\\d+)] (.+): level .+\\n(?:  Level sought: .+\\n)?  Sources that speak to it: (.+)\\n((?:  \\[A\\d+] .+\\n)*)",
            Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("\\[A(\\d+)] \\w+: (.+)");
    private static final Pattern SOURCE =
            Pattern.compile("^\\[S(\\d+)] \\w+ by (.+), (\\d+ \\w+ \\d{4})\\n  (\\[S\\d+\\.\\d+]) ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("S(\\d+)");

    private final WireMockServer server;

    ScriptedModel() {
        this((data, answer) -> answer);
    }

    /** @param twist from what it was sent and its answer to what it answers instead */
    ScriptedModel(BiFunction<String, String, String> twist) {
        server = new WireMockServer(options().dynamicPort().extensions(new Answering(twist)));
        server.stubFor(post(urlPathEqualTo(PATH)).willReturn(aResponse()));
        server.start();
    }

    String baseUrl() {
        return server.baseUrl() + "/v1";
    }

    /** Everything that was ever sent, as it was sent. */
    List<String> heard() {
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> JSON.readTree(request.getBodyAsString())
                        .at("/messages/1/content")
                        .stringValue())
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Answering(BiFunction<String, String, String> twist) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent call) {
            String data = JSON.readTree(call.getRequest().getBodyAsString())
                    .at("/messages/1/content")
                    .stringValue();
            return ModelEndpoint.saying(twist.apply(data, ModelEndpoint.json(answer(data))))
                    .build();
        }

        @Override
        public String getName() {
            return "answering";
        }
    }

    private record Source(int number, String author, String day, String label) {}

    private static Map<String, Object> answer(String data) {
        String learner = first(NAME, data);
        Map<Integer, Source> sources = new HashMap<>();
        SOURCE.matcher(data).results().forEach(found -> {
            int number = Integer.parseInt(found.group(1));
            sources.put(number, new Source(number, found.group(2), found.group(3), found.group(4)));
        });
        Set<String> taken = new HashSet<>();
        List<Map<String, Object>> items = new ArrayList<>();
        GAP.matcher(data).results().limit(Integer.parseInt(first(WANTED, data))).forEach(gap -> {
            Optional<Source> source = LABEL.matcher(gap.group(3))
                    .results()
                    .map(label -> sources.get(Integer.parseInt(label.group(1))))
                    .filter(Objects::nonNull)
                    .findFirst();
            Optional<MatchResult> option = OPTION.matcher(gap.group(4))
                    .results()
                    .filter(found -> taken.add(found.group(2)))
                    .findFirst();
            if (source.isPresent() && option.isPresent()) {
                items.add(item(gap, option.get(), source.get(), learner));
            }
        });
        return Map.of("direction", List.of(), "items", items);
    }

    private static String first(Pattern pattern, String data) {
        Matcher matcher = pattern.matcher(data);
        if (!matcher.find()) {
            throw new AssertionError("the prompt does not say " + pattern);
        }
        return matcher.group(1);
    }

    private static Map<String, Object> item(MatchResult gap, MatchResult option, Source source, String learner) {
        String author = source.author().equals("the learner") ? learner : source.author();
        return Map.of(
                "focus",
                Integer.parseInt(gap.group(1)),
                "option",
                Integer.parseInt(option.group(1)),
                "task",
                "Take this on for %s, and agree beforehand what done looks like."
                        .formatted(gap.group(2).toLowerCase(Locale.ROOT)),
                "why",
                List.of("%s wrote on %s: %s.".formatted(author, source.day(), source.label())),
                "first_step",
                "Tell one colleague this week what you mean to try.",
                "success_measure",
                "A colleague can name a moment of %s that went differently."
                        .formatted(gap.group(2).toLowerCase(Locale.ROOT)));
    }
}
