/**
 * What crosses the link between the operator and its gateways, as values and as bytes. Either end reads only what is
 * bounded; neither finds a client's token here.
 */
@NullMarked
package dev.gatehouse.model.link;

import org.jspecify.annotations.NullMarked;
