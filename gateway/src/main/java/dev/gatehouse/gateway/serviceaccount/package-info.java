/**
 * Proves that a bearer token is one that the cluster signed for a ServiceAccount, without asking the API server. Who such an
 * account is to Gatehouse is not decided here.
 */
@NullMarked
package dev.gatehouse.gateway.serviceaccount;

import org.jspecify.annotations.NullMarked;
