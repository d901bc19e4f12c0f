package dev.gatehouse.model.link;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Which end of the link a certificate is for: a URI among its subject alternative names (RFC 5280, section 4.2.1.6), set by
 * the one CA that both ends trust. Without it, any gateway's certificate could pass for the operator's.
 */
public enum LinkRole {
    OPERATOR("urn:gatehouse:role:operator"),
    GATEWAY("urn:gatehouse:role:gateway");

    private static final Integer URI_NAME = 6;

    private final String uri;

    LinkRole(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }

    /** Whether the certificate names this role and no other. */
    public boolean isOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return false;
            }
            List<Object> roles = names.stream()
                    .filter(name -> URI_NAME.equals(name.get(0)))
                    .<Object>map(name -> name.get(1))
                    .toList();
            return roles.equals(List.of(uri));
        } catch (CertificateParsingException e) {
            return false; // names that cannot be read name no role
        }
    }
}
