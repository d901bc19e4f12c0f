/**
 * Manifests, as YAML text, into resources, with every mistake located by file and line. Strict: what is not understood is
 * refused. Pure: text in, values out; whoever reads the files and the environment is elsewhere.
 */
@NullMarked
package dev.gatehouse.model.manifest;

import org.jspecify.annotations.NullMarked;
