package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.World;

/** Placeholder. */
public final class Translator {

    public Translation translate(World world) {
        throw new UnsupportedOperationException();
    }
}
