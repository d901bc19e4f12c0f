/** What may come of asking an upstream, in one vocabulary, whoever carries the question. No I/O. */
@NullMarked
package dev.gatehouse.gateway.upstream;

import org.jspecify.annotations.NullMarked;
