package dev.trellis;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.trellis.people.Credentials;
import dev.trellis.people.NewPerson;
import dev.trellis.people.People;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.testing.Browser;
import dev.trellis.testing.TestPostgres;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The site with the modules it cannot do without, on a real server and database. */
@SpringBootTest(
        classes = SiteTest.Site.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "trellis.home=target/test-home")
abstract class SiteTest {

    static final String PASSWORD = "a garden wall";

    private static final TestPostgres.Database DATABASE = TestPostgres.database();

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = TrellisApplication.class,
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "dev\\.trellis\\.(?!people\\.|audit\\.|mentoring\\.|postgres\\.)[a-z]+\\..*"),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TrellisApplication.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?")
            })
    static class Site {}

    Browser browser() {
        return new Browser(port);
    }

    /** Someone new with a password. */
    PersonId aPerson(String email, Role... roles) {
        PersonId id = save(email, true, roles);
        credentials.setPassword(id, PASSWORD);
        return id;
    }

    void deactivate(String email, Role... roles) {
        save(email, false, roles);
    }

    PersonId save(String email, boolean active, Role... roles) {
        return people.save(List.of(new NewPerson(email, "Ada", "Nyström", email, "", "", active, Set.of(roles))))
                .getFirst();
    }

    static String anEmail() {
        return UuidCreator.getTimeOrderedEpoch() + "@example.org";
    }
}
