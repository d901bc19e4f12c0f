/** How much each principal may ask for, over all of its tokens, sessions and connections together. */
@NullMarked
package dev.gatehouse.gateway.limits;

import org.jspecify.annotations.NullMarked;
