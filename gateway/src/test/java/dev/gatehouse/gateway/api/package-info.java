@NullMarked
package dev.gatehouse.gateway.api;

import org.jspecify.annotations.NullMarked;
