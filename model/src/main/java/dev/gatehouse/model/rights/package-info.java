/**
 * Questions about rights that are asked before a configuration is in force: may this one do that, who may do what, what does
 * a change widen. Pure, as everything in the model; every yes and no comes from the {@link dev.gatehouse.model.access.Decider}
 * or is proved for all names at once.
 */
@NullMarked
package dev.gatehouse.model.rights;

import org.jspecify.annotations.NullMarked;
