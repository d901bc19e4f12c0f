/**
 * The custom resources as the Kubernetes client knows them, and the way from stored objects to the model's resources. Pure:
 * no client, no clock.
 */
@NullMarked
package dev.gatehouse.operator.resource;

import org.jspecify.annotations.NullMarked;
