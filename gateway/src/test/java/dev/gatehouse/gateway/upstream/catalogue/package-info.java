@NullMarked
package dev.gatehouse.gateway.upstream.catalogue;

import org.jspecify.annotations.NullMarked;
