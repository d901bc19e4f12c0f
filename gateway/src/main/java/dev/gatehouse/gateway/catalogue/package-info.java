/**
 * What upstreams offer, and what a principal sees of it on the aggregate: lists, discovery, initialization, and who owns
 * a resource. Methods that may wait for an upstream say so; the others never block.
 */
@NullMarked
package dev.gatehouse.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
