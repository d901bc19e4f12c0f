/** Manifests that commands make: objects to YAML, read back before anybody else reads them, and onto the disk. */
@NullMarked
package dev.gatehouse.gateway.cli.manifest;

import org.jspecify.annotations.NullMarked;
