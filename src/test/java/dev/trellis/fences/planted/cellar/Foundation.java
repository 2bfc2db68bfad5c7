package dev.trellis.fences.planted.cellar;

import dev.trellis.fences.planted.attic.Roof;

/** A breach on purpose: a module uses one it does not declare. */
public class Foundation {
    public Roof roof = new Roof();
}
