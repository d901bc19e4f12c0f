package dev.gatehouse.operator.link;

import dev.gatehouse.operator.pki.LinkIdentity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** TLS from what the authority has made. A new identity is a new context, so that no session of the old one is resumed. */
final class LinkTls {

    private static final char[] NO_PASSWORD = {};

    private LinkTls() {}

    static SSLContext context(LinkIdentity identity) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys(identity).getKeyManagers(), new TrustManager[] {trust(identity)}, null);
        return context;
    }

    private static KeyManagerFactory keys(LinkIdentity identity) throws GeneralSecurityException {
        KeyStore store = empty();
        Certificate[] chain = {identity.own().certificate()};
        store.setKeyEntry("operator", identity.own().key(), NO_PASSWORD, chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private static GatewayTrust trust(LinkIdentity identity) throws GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate authority : identity.trusted()) {
            store.setCertificateEntry("ca-" + number++, authority);
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return new GatewayTrust(Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store can be made", e);
        }
    }
}
