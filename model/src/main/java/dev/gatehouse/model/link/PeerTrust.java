package dev.gatehouse.model.link;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts the other end of the link by the chain, validity and purpose of its certificate and by the role in it, instead of by
 * the name that it was dialled under: an operator that is reached by several addresses shows the same certificate at each.
 */
final class PeerTrust extends X509ExtendedTrustManager {

    private final LinkRole peer;
    private final X509TrustManager chains;

    /** @param chains verifies chain, validity and purpose */
    PeerTrust(LinkRole peer, X509TrustManager chains) {
        this.peer = peer;
        this.chains = chains;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (peer != LinkRole.OPERATOR) {
            throw new CertificateException("this end calls nobody");
        }
        chains.checkServerTrusted(chain, authType);
        requireRole(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (peer != LinkRole.GATEWAY) {
            throw new CertificateException("this end serves nobody");
        }
        chains.checkClientTrusted(chain, authType);
        requireRole(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    /** None: each end shows the one certificate that it has, and strangers learn nothing. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private void requireRole(X509Certificate certificate) throws CertificateException {
        if (!peer.isOf(certificate)) {
            throw new CertificateException(
                    switch (peer) {
                        case OPERATOR -> "this certificate is not an operator's";
                        case GATEWAY -> "this certificate is not a gateway's";
                    });
        }
    }
}
