/**
 * The operator's end of the link: one HTTPS listener for gateways with our certificates, one stream for each of them, and
 * what they answer. A slow gateway delays nobody else and holds at most the one state that it has yet to reach.
 */
@NullMarked
package dev.gatehouse.operator.link;

import org.jspecify.annotations.NullMarked;
