package dev.trellis.demo;

import dev.trellis.Demonstration.Login;
import dev.trellis.people.Credentials;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.Role;
import dev.trellis.platform.ApiClients;
import dev.trellis.platform.ApiClients.Scope;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets five of the made-up people and one made-up platform in. */
class DemoLogins {

    static final String MENTOR = "mentor@demo";
    static final String LEAD = "lead@demo";
    static final List<String> EMAILS = List.of("learner@demo", MENTOR, "hr@demo", LEAD, "admin@demo");
    static final String CLIENT = "demo-platform";

    private final People people;
    private final Credentials credentials;
    private final ApiClients clients;
    private final Path home;
    private final String configuredPassword;
    private final String configuredSecret;

    DemoLogins(
            People people,
            Credentials credentials,
            ApiClients clients,
            Path home,
            String configuredPassword,
            String configuredSecret) {
        this.people = people;
        this.credentials = credentials;
        this.clients = clients;
        this.home = home;
        this.configuredPassword = configuredPassword;
        this.configuredSecret = configuredSecret;
    }

    /**
     * Makes the configured or kept secrets the ones that hold, and keeps them to be told again.
     *
     * @throws IllegalArgumentException with one sentence for a person, if the configured password cannot be one
     */
    DemoSecrets open() {
        Optional<DemoSecrets> before = DemoSecrets.read(home);
        DemoSecrets now = DemoSecrets.choose(configuredPassword, configuredSecret, before, new SecureRandom());
        persons()
                .filter(person -> !credentials.matches(person.id(), now.password()))
                .forEach(person -> credentials.setPassword(person.id(), now.password()));
        boolean sameSecret = before.map(DemoSecrets::clientSecret)
                .filter(now.clientSecret()::equals)
                .isPresent();
        if (!sameSecret || !clients.isActive(CLIENT)) {
            clients.register(CLIENT, "Demo platform", now.clientSecret(), EnumSet.allOf(Scope.class));
        }
        if (!before.equals(Optional.of(now))) {
            now.write(home);
        }
        return now;
    }

    List<Login> all() {
        return persons()
                .map(person -> new Login(person.email(), person.displayName() + ", " + title(person)))
                .toList();
    }

    private Stream<Person> persons() {
        return EMAILS.stream().map(people::findByEmail).flatMap(Optional::stream);
    }

    /** Everyone is a learner; what else somebody is says more. */
    private static String title(Person person) {
        Role role = person.roles().stream().max(Comparator.naturalOrder()).orElse(Role.LEARNER);
        return role == Role.HR_PARTNER ? role.title() : role.title().toLowerCase(Locale.ENGLISH);
    }
}
