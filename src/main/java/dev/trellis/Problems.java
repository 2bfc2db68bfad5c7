package dev.trellis;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where errors become answers: a page for a person, problem details for {@code /api}. Whatever no controller saw,
 * such as a refusal by security or a database gone before a request was routed, arrives at {@code /error}.
 */
@ControllerAdvice
@Controller
@ConditionalOnWebApplication
class Problems implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String API = "/api/";

    private final Shells shells;

    Problems(Shells shells) {
        this.shells = shells;
    }

    @ExceptionHandler
    @Nullable
    Object on(Exception error, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (error instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return null; // the browser went away, or has half a page already
        }
        if (isForSecurity(error)) {
            throw error;
        }
        return answer(ProblemOf.of(error), error, request.getRequestURI(), request, response);
    }

    /** Somebody not signed in is sent to sign in, which security does. */
    private static boolean isForSecurity(Exception error) {
        return error instanceof AuthenticationException
                || error instanceof AccessDeniedException
                        && (SecurityContextHolder.getContext().getAuthentication() == null
                                || SecurityContextHolder.getContext().getAuthentication()
                                        instanceof AnonymousAuthenticationToken);
    }

    @RequestMapping("${server.error.path:/error}")
    Object lastResort(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception error) {
            return answer(problemOf(error, path), error, path, request, response);
        }
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        Problem problem = path.startsWith(API) && status.value() == HttpStatus.FORBIDDEN.value()
                ? ProblemOf.missingScope()
                : ProblemOf.ofStatus(status);
        return answer(problem, null, path, request, response);
    }

    /** An address that leads nowhere is closed like any other, but not because of anybody's role. */
    private static Problem problemOf(Exception error, String path) {
        boolean nowhere = error instanceof AccessDeniedException
                && ProblemOf.of(error).type().equals("not-allowed")
                && Area.of(path).isEmpty();
        return nowhere ? ProblemOf.ofStatus(HttpStatus.NOT_FOUND) : ProblemOf.of(error);
    }

    private Object answer(
            Problem problem,
            @Nullable Exception error,
            String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (problem.retryAfter().isPresent()) {
            log.warn(
                    "{} {} answered {}: {}",
                    request.getMethod(),
                    path,
                    problem.status().value(),
                    problem.detail());
        } else if (ProblemOf.isOurFault(problem)) {
            log.error(
                    "{} {} answered {}",
                    request.getMethod(),
                    path,
                    problem.status().value(),
                    error);
        }
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        if (path.startsWith(API)) {
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            ProblemDetail told = problem.toProblemDetail();
            told.setInstance(URI.create(path));
            return new ResponseEntity<>(told, headers, problem.status());
        }
        headers.forEach((name, values) -> response.setHeader(name, values.getFirst()));
        if (request.getHeader("HX-Request") != null) {
            // Where htmx shows an answer, it shows this one as the page it is, not inside the piece that was asked for.
            response.setHeader("HX-Retarget", "#main");
            response.setHeader("HX-Reselect", "#main");
            response.setHeader("HX-Reswap", "outerHTML");
        }
        ModelAndView page = new ModelAndView("error", Map.of("told", problem), problem.status());
        bar().ifPresent(bar -> page.addObject("shell", bar));
        return page;
    }

    /** No bar rather than no page, where the bar is what fails. */
    private Optional<Shell> bar() {
        try {
            Optional<Shell> shell = shells.current();
            shell.ifPresent(Shell::progress);
            return shell;
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
