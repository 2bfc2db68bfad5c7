package dev.trellis.fences.planted.verification;

import org.springframework.stereotype.Component;

/** A breach on purpose: the gate depends on a framework. Outside the application's packages, so it is never a bean. */
class NeedsSpring {
    Class<?> annotation = Component.class;
}
