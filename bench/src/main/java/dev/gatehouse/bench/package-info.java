/**
 * Paired measurements of the gateway: what it costs beside nginx and beside a stock proxy of the same Undertow, in one
 * interleaved run. Prints ratios and judges nothing: a timing never fails a build.
 */
@NullMarked
package dev.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
