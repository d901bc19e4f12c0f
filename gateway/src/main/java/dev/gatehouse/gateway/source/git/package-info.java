/** Manifests as a revision of a git repository has them. */
@NullMarked
package dev.gatehouse.gateway.source.git;

import org.jspecify.annotations.NullMarked;
