package dev.gatehouse.model.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * TLS 1.3 as either end of the link speaks it: shows its own certificate and takes none but the other role's, of the same
 * authorities. Both ends make their contexts here, so that neither can be more trusting than the other. Whoever has new
 * certificates makes a new context, so that no session of the old ones is resumed.
 */
public final class LinkTls {

    public static final String PROTOCOL = "TLSv1.3";

    private static final char[] NO_PASSWORD = {};

    private LinkTls() {}

    /**
     * @param peer the role that the other end must have
     * @param chain this end's certificate first, then what leads to its authority
     * @param key that of the first certificate
     * @param authorities what the other end's certificate must lead to
     */
    public static SSLContext context(
            LinkRole peer, List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(PROTOCOL);
        context.init(
                keys(chain, key).getKeyManagers(), new TrustManager[] {new PeerTrust(peer, chains(authorities))}, null);
        return context;
    }

    private static KeyManagerFactory keys(List<X509Certificate> chain, PrivateKey key) throws GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private static X509TrustManager chains(List<X509Certificate> authorities) throws GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate authority : authorities) {
            store.setCertificateEntry("ca-" + number++, authority);
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
    }
}
