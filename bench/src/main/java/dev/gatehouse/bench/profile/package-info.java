/**
 * Where the time of a call goes, and what it allocates: a flight recording of the warm gateway, its stacks added up by named
 * work, and the kernel's own account of its threads beside it.
 */
@NullMarked
package dev.gatehouse.bench.profile;

import org.jspecify.annotations.NullMarked;
