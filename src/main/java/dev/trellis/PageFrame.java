package dev.trellis;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its bar. */
@ControllerAdvice
@ConditionalOnWebApplication
class PageFrame {

    private final Shells shells;

    PageFrame(Shells shells) {
        this.shells = shells;
    }

    @ModelAttribute("shell")
    @Nullable
    Shell shell() {
        return shells.current().orElse(null);
    }
}
