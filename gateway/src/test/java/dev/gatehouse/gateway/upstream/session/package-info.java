@NullMarked
package dev.gatehouse.gateway.upstream.session;

import org.jspecify.annotations.NullMarked;
