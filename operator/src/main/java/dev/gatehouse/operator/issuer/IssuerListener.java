package dev.gatehouse.operator.issuer;

import dev.gatehouse.model.access.TrustedIssuer;

/** Hears who signs the cluster's tokens: once it is known, and whenever that changes. Called in the watch's own thread. */
@FunctionalInterface
public interface IssuerListener {

    void changed(TrustedIssuer issuer);
}
