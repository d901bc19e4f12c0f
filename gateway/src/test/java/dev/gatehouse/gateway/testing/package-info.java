/**
 * What the integration tests stand on: an upstream that remembers every byte it was sent, clients that can break every
 * rule of the wire, and a gateway over a folder of manifests that tests edit.
 */
@NullMarked
package dev.gatehouse.gateway.testing;

import org.jspecify.annotations.NullMarked;
