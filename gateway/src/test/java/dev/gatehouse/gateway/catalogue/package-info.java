@NullMarked
package dev.gatehouse.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
