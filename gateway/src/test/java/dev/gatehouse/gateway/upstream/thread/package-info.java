@NullMarked
package dev.gatehouse.gateway.upstream.thread;

import org.jspecify.annotations.NullMarked;
