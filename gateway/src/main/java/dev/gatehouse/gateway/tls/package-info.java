/** TLS from PEM files: the gateway's own certificate, re-read when it changes, and the CAs that upstreams must lead to. */
@NullMarked
package dev.gatehouse.gateway.tls;

import org.jspecify.annotations.NullMarked;
