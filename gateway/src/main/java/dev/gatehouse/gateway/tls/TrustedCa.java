package dev.gatehouse.gateway.tls;

import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Contexts for connections to upstreams, whose certificate must lead to a CA of the server's owner's choice. */
public final class TrustedCa {

    private TrustedCa() {}

    /**
     * Trusts exactly the certificates in {@code pem}; absent: what the platform trusts.
     *
     * @throws IOException and GeneralSecurityException when {@code pem} has no usable certificate
     */
    public static SSLContext context(@Nullable SecretValue pem) throws IOException, GeneralSecurityException {
        KeyStore trusted = pem == null ? null : store(pem);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(SecretValue pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate certificate : Pem.parse(pem.bytes()).certificates()) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }
}
