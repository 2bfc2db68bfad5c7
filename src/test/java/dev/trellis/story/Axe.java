package dev.trellis.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** The rules of WCAG 2.2, levels A and AA, that can be checked by a machine, asked of the page a browser shows. */
final class Axe {

    private static final String RULES = read();

    private static final String ASK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})
               .then(found => done(found.violations.flatMap(rule =>
                   rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))))
               .catch(error => done([String(error)]));
            """;

    private Axe() {}

    /** @return what is against the rules, one line each; empty for nothing */
    static List<String> violations(ChromeDriver browser) {
        browser.executeScript(RULES);
        Object found = browser.executeAsyncScript(ASK);
        return Stream.ofNullable(found)
                .flatMap(all -> ((List<?>) all).stream())
                .map(String::valueOf)
                .toList();
    }

    /** @param scheme {@code light} or {@code dark} */
    static void colours(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
