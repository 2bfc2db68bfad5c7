package dev.trellis;

import dev.trellis.people.SignedInPerson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes the bar for whoever is signed in: the parts open to them that have a page. */
@Component
@ConditionalOnWebApplication
class Shells {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<Demonstration> demonstration;
    private final ObjectProvider<BarProgress> progress;

    Shells(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<Demonstration> demonstration,
            ObjectProvider<BarProgress> progress) {
        this.handlers = handlers;
        this.demonstration = demonstration;
        this.progress = progress;
    }

    Optional<Shell> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return principal instanceof SignedInPerson me ? Optional.of(of(me)) : Optional.empty();
    }

    private Shell of(SignedInPerson me) {
        return new Shell(
                me.displayName(),
                initials(me.displayName()),
                entries(me),
                () -> Optional.ofNullable(progress.getIfAvailable()).flatMap(bar -> bar.of(me)),
                demonstration.stream().anyMatch(Demonstration::present));
    }

    private List<Shell.Entry> entries(SignedInPerson me) {
        return Arrays.stream(Area.values())
                .filter(area -> !area.label().isEmpty() && area.opensTo(me.roles()) && exists(area.path()))
                .map(area -> new Shell.Entry(area.label(), area.path(), area.key()))
                .toList();
    }

    boolean exists(String path) {
        @Nullable RequestMappingHandlerMapping mapping = handlers.getIfAvailable();
        return mapping != null
                && mapping.getHandlerMethods().keySet().stream()
                        .anyMatch(handler -> handler.getPatternValues().contains(path));
    }

    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        return Arrays.stream(words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
