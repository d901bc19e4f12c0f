/**
 * The resources that users commit to git, as immutable records: the one source from which manifests are read and CRDs
 * are generated. Defaults live in the compact constructors, so that a folder and an API server mean the same.
 */
@NullMarked
package dev.gatehouse.model.resource;

import org.jspecify.annotations.NullMarked;
