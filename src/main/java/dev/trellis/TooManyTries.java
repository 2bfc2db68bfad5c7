package dev.trellis;

import org.springframework.security.core.AuthenticationException;

/** Somebody tried too many passwords; whether the last one was right was not looked at. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyTries() {
        super("too many tries");
    }
}
