/** From a changed world to a publication: one thread translates, numbers and publishes, and remembers what changed when. */
@NullMarked
package dev.gatehouse.operator.publish;

import org.jspecify.annotations.NullMarked;
