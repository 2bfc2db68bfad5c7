package dev.trellis;

import dev.trellis.people.SetUpLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the way in where nobody can sign in yet: there is no default password. */
@Component
@ConditionalOnWebApplication
class SetUpAtStart {

    private static final Logger log = LoggerFactory.getLogger(SetUpAtStart.class);

    private final SetUpLinks links;
    private final ObjectProvider<Demonstration> demonstration;
    private final Environment environment;
    private final String publicUrl;
    private final boolean asked;

    SetUpAtStart(
            SetUpLinks links,
            ObjectProvider<Demonstration> demonstration,
            Environment environment,
            @Value("${trellis.public-url:}") String publicUrl,
            @Value("${trellis.setup-link:false}") boolean asked) {
        this.links = links;
        this.demonstration = demonstration;
        this.environment = environment;
        this.publicUrl = publicUrl;
        this.asked = asked;
    }

    /** After whatever else fills an empty database at start: a made-up organisation brings its administrator along. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        if (links.needed() && demonstration.stream().noneMatch(Demonstration::present)) {
            log.info(
                    "Nobody can sign in yet. Make the first administrator here, within {} hours, once: {}{}?token={}",
                    SetUpLinks.HOLDS.toHours(),
                    address(),
                    SetUpPage.PATH,
                    links.issue());
        } else if (asked) {
            log.info("No set-up link is needed: there is an administrator, who can make others");
        }
    }

    private String address() {
        return publicUrl.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : publicUrl.replaceAll("/+$", "");
    }
}
