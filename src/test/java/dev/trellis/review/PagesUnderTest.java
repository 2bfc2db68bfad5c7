package dev.trellis.review;

import dev.trellis.NotFound;
import dev.trellis.people.People;
import dev.trellis.people.Person;
import dev.trellis.people.PersonId;
import dev.trellis.people.Role;
import dev.trellis.people.SignedInPerson;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The module's pages with the real templates; who is signed in stands in an attribute of the request. */
final class PagesUnderTest {

    static final String WHO = "who";

    private PagesUnderTest() {}

    static MockMvc of(ReviewWorld world) {
        var templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(world.context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setEnableSpringELCompiler(true);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(
                        world.context.getBean(InboxController.class),
                        world.context.getBean(DraftController.class),
                        world.context.getBean(ItemController.class),
                        world.context.getBean(LaterController.class),
                        world.context.getBean(AwayController.class),
                        world.context.getBean(LearnerPages.class))
                .setControllerAdvice(new Nowhere())
                .setCustomArgumentResolvers(new SignedIn(world.context.getBean(People.class)))
                .setViewResolvers(views)
                .build();
    }

    /** As the application answers it. */
    @ControllerAdvice
    static final class Nowhere {

        @ExceptionHandler(NotFound.class)
        @ResponseStatus(HttpStatus.NOT_FOUND)
        void nothingIsHere() {}
    }

    private record SignedIn(People people) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(SignedInPerson.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            PersonId id = (PersonId) Objects.requireNonNull(request.getAttribute(WHO, NativeWebRequest.SCOPE_REQUEST));
            return new Me(people.find(id).orElseThrow());
        }
    }

    private record Me(Person person) implements SignedInPerson {

        @Override
        public PersonId id() {
            return person.id();
        }

        @Override
        public String displayName() {
            return person.displayName();
        }

        @Override
        public Set<Role> roles() {
            return person.roles();
        }

        @Override
        public String getName() {
            return person.email();
        }
    }
}
