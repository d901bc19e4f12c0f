package dev.gatehouse.operator.pki;

import java.security.cert.X509Certificate;
import java.util.List;

/** What one end of the link shows, and the authorities that it trusts. */
public record LinkIdentity(Keyed own, List<X509Certificate> trusted) {

    public LinkIdentity {
        trusted = List.copyOf(trusted);
    }
}
