/**
 * What a translator remembers of the last world, so that the next one costs as much as what has changed. It knows nothing of
 * what is judged, and whatever it keeps, the result is the one that a translation of the whole world gives: see
 * docs/adr/0002-whole-world-translation.md.
 */
@NullMarked
package dev.gatehouse.model.translate.memory;

import org.jspecify.annotations.NullMarked;
