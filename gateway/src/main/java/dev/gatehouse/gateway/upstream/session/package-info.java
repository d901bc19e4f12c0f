/** What is known of upstreams from earlier questions: the eras that they speak and the sessions that stand with them. */
@NullMarked
package dev.gatehouse.gateway.upstream.session;

import org.jspecify.annotations.NullMarked;
