@NullMarked
package dev.gatehouse.gateway.upstream.rare;

import org.jspecify.annotations.NullMarked;
