package dev.trellis;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What each error is told as. The one table of them. */
final class ProblemOf {

    private static final Duration DATABASE_MAY_BE_BACK_AFTER = Duration.ofSeconds(5);
    private static final String SQL_CONNECTION = "08";
    private static final String SQL_OPERATOR_INTERVENED = "57P";
    private static final String SQL_TOO_MANY_CONNECTIONS = "53300";
    private static final String SQL_DISK_FULL = "53100";

    private ProblemOf() {}

    static Problem of(Throwable error) {
        return switch (error) {
            case NotFound notFound -> notFound(String.valueOf(notFound.getMessage()));
            case BadField bad ->
                invalidField(String.valueOf(error.getMessage())).at(pointer(bad.field()));
            case BindException invalid -> invalidField(invalid);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case CsrfException stale ->
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "page-too-old",
                        "This page had been open for too long",
                        "Nothing was changed. Go back, load the page again and repeat what you did.");
            case AccessDeniedException denied ->
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "This is not open to you",
                        "Your role here does not include it. Ask your programme lead or administrator if it should.");
            case AuthenticationException anonymous ->
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "Nobody is signed in",
                        "Sign in, or send a valid access token.");
            case OptimisticLockingFailureException stale -> changedMeanwhile();
            case ChangedMeanwhile stale -> changedMeanwhile();
            case DuplicateKeyException duplicate ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "exists-already",
                        "That is there already",
                        "Something with the same name or id exists. Nothing was changed.");
            case MaxUploadSizeExceededException tooLarge -> tooLarge();
            case IllegalArgumentException invalid ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "That cannot be",
                        Optional.ofNullable(invalid.getMessage()).orElse("Something in the request is not valid."));
            case ErrorResponse known -> known(known);
            default -> fromBelow(error);
        };
    }

    /** Whether somebody should look at it, rather than only whoever asked. */
    static boolean isOurFault(Problem problem) {
        return problem.status().is5xxServerError();
    }

    static Problem notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "Nothing is here", detail);
    }

    /** Refused to a platform: scopes are given by an administrator and asked for with the token. */
    static Problem missingScope() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "missing-scope",
                "The token lacks a scope",
                "Ask for the scope when you ask for the token; an administrator grants it to the client.");
    }

    static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 ->
                Problem.of(status, "invalid-request", "That cannot be", "Something in the request is not valid.");
            case 401 ->
                Problem.of(status, "not-signed-in", "Nobody is signed in", "Sign in, or send a valid access token.");
            case 403 -> of(new AccessDeniedException(""));
            case 404 -> notFound("There is nothing here, or nothing for you to see.");
            case 405 ->
                Problem.of(status, "method-not-allowed", "Not in this way", "This address does not take that method.");
            case 406 ->
                Problem.of(
                        status, "not-acceptable", "Not in that form", "The answer does not come in a form you accept.");
            case 409 -> changedMeanwhile();
            case 413 -> tooLarge();
            case 415 ->
                Problem.of(status, "unsupported-media-type", "Not in this form", "Send the body as application/json.");
            case 429 ->
                Problem.of(status, "too-many-requests", "Too many at once", "Please wait a while, then try again.");
            case 503 ->
                Problem.of(status, "unavailable", "Trellis is not ready", "Please try again in a moment.")
                        .worthRetryingAfter(DATABASE_MAY_BE_BACK_AFTER);
            default ->
                status.is4xxClientError()
                        ? Problem.of(status, "invalid-request", "That cannot be", "The request was not understood.")
                        : Problem.of(
                                status,
                                "unexpected",
                                "Something went wrong here",
                                "What you did before this is kept. Please try again; if it happens again, "
                                        + "tell your administrator when it was.");
        };
    }

    private static Problem known(ErrorResponse known) {
        Problem problem = ofStatus(known.getStatusCode());
        @Nullable String detail = known.getBody().getDetail();
        boolean worthTelling = detail != null && known.getStatusCode().value() != 404 && !isOurFault(problem);
        return worthTelling
                ? new Problem(
                        problem.status(),
                        problem.type(),
                        problem.title(),
                        String.valueOf(detail),
                        problem.pointer(),
                        problem.retryAfter())
                : problem;
    }

    private static Problem changedMeanwhile() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Somebody was here before you",
                "This was changed since you opened it, and nothing of yours was lost over it. Load it again to see how it stands.");
    }

    private static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "That is too large",
                "Nothing of it was taken in. Send less at once.");
    }

    private static Problem invalidField(String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-field", "A field is not valid", detail);
    }

    private static Problem invalidField(BindException invalid) {
        @Nullable FieldError field = invalid.getFieldError();
        if (field == null) {
            return invalidField("The fields do not fit together.");
        }
        String message = Optional.ofNullable(field.getDefaultMessage()).orElse("is not valid");
        return invalidField(field.getField() + " " + message).at(pointer(field.getField()));
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        Problem problem = Problem.of(
                HttpStatus.BAD_REQUEST, "unreadable", "The body cannot be read", "The body is missing or is not JSON.");
        if (!(unreadable.getCause() instanceof JacksonException json)) {
            return problem;
        }
        TokenStreamLocation place = json.getLocation();
        String where = place == null || place.getLineNr() < 0
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        Problem located = Problem.of(
                problem.status(),
                problem.type(),
                problem.title(),
                json.getPath().isEmpty()
                        ? "The body is not valid JSON" + where + "."
                        : "A value cannot be what it should be" + where + ".");
        return json.getPath().isEmpty()
                ? located
                : located.at(json.getPath().stream()
                        .map(step -> step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : escaped(step.getPropertyName()))
                        .collect(Collectors.joining("/", "/", "")));
    }

    /** An id in a path that cannot be one names nothing; elsewhere the value is at fault. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        MethodParameter parameter = mismatch.getParameter();
        return parameter.hasParameterAnnotation(PathVariable.class)
                ? ofStatus(HttpStatus.NOT_FOUND)
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "That cannot be",
                        "“" + mismatch.getName() + "” has a value that it cannot have.");
    }

    /** Errors of the database and of what nobody foresaw. */
    private static Problem fromBelow(Throwable error) {
        Optional<String> sqlState = causes(error)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(SQLException::getSQLState)
                .flatMap(Stream::ofNullable)
                .findFirst();
        if (sqlState.filter(SQL_DISK_FULL::equals).isPresent()) {
            return unavailable("The database's disk is full. What was acknowledged before is kept; this was not.");
        }
        boolean away = causes(error)
                        .anyMatch(cause -> cause instanceof DataAccessResourceFailureException
                                || cause instanceof TransientDataAccessResourceException
                                || cause instanceof RecoverableDataAccessException
                                || cause instanceof CannotCreateTransactionException)
                || sqlState.filter(state -> state.startsWith(SQL_CONNECTION)
                                || state.startsWith(SQL_OPERATOR_INTERVENED)
                                || state.equals(SQL_TOO_MANY_CONNECTIONS))
                        .isPresent();
        return away
                ? unavailable(
                        "The database cannot be reached just now. What was acknowledged before is kept; this was not.")
                : ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static Problem unavailable(String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", "Trellis is out of breath", detail)
                .worthRetryingAfter(DATABASE_MAY_BE_BACK_AFTER);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** {@code dueOn} or {@code items[2].dueOn} as the API writes it: {@code /items/2/due_on}. */
    static String pointer(String field) {
        return "/"
                + field.replaceAll("\\[(\\d+)]", ".$1")
                        .replace(".", "/")
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
