/**
 * A folder of manifests as the source of the configuration: watched, read again where it changed, translated, published.
 */
@NullMarked
package dev.gatehouse.gateway.source.directory;

import org.jspecify.annotations.NullMarked;
