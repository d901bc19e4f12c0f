package dev.gatehouse.operator.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A certificate and its private key. Prints the certificate's subject only. */
public record Keyed(X509Certificate certificate, PrivateKey key) {

    /** When two thirds of its life are over, not counting what it was dated back. */
    Instant renewAt() {
        Instant from = certificate.getNotBefore().toInstant().plus(PkiPolicy.SKEW);
        Duration life = Duration.between(from, end());
        return from.plus(life.multipliedBy(2).dividedBy(3));
    }

    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    boolean isSignedBy(Keyed authority) {
        return certificate
                .getIssuerX500Principal()
                .equals(authority.certificate().getSubjectX500Principal());
    }

    @Override
    public String toString() {
        return "Keyed[" + certificate.getSubjectX500Principal() + "]";
    }
}
