package dev.gatehouse.operator.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The DNS names and IP addresses among a certificate's subject alternative names. */
final class SubjectNames {

    private static final Integer DNS = 2;
    private static final Integer IP = 7;

    private SubjectNames() {}

    /** Empty also when they cannot be read: no certificate that this operator makes is like that. */
    static Set<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream()
                            .filter(name -> DNS.equals(name.get(0)) || IP.equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }
}
