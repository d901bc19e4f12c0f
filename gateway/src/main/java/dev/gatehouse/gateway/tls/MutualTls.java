package dev.gatehouse.gateway.tls;

import dev.gatehouse.gateway.LogKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS towards a server that asks for a certificate, from PEM files that may change. Each {@link #context} is what the files
 * say then; while they cannot be used, what was read before. Not thread-safe.
 */
public final class MutualTls {

    private static final Logger LOG = LoggerFactory.getLogger(MutualTls.class);
    private static final char[] NO_PASSWORD = {};

    private record Seen(FileState identity, FileState authorities) {}

    private final TlsFiles identity;
    private final Path authorities;
    private final Predicate<X509Certificate> acceptable;
    private @Nullable Seen seen;
    private @Nullable SSLContext context;

    /**
     * @param authorities what the server's certificate must lead to
     * @param acceptable what the server's certificate must be besides
     */
    public MutualTls(TlsFiles identity, Path authorities, Predicate<X509Certificate> acceptable) {
        this.identity = identity;
        this.authorities = authorities;
        this.acceptable = acceptable;
    }

    /**
     * For connections from now on.
     *
     * @throws IOException when a file cannot be read, GeneralSecurityException when it cannot be used, and none could ever
     *     be; both name it
     */
    public SSLContext context() throws IOException, GeneralSecurityException {
        var now = new Seen(FileState.of(identity), FileState.of(new TlsFiles(authorities, authorities)));
        SSLContext last = context;
        if (last != null && now.equals(seen)) {
            return last;
        }
        try {
            SSLContext read = read();
            context = read;
            seen = now;
            return read;
        } catch (IOException | GeneralSecurityException e) {
            if (last == null) {
                throw e;
            }
            seen = now;
            LOG.atError()
                    .addKeyValue(LogKeys.REASON, e.getMessage())
                    .log("The link's TLS files cannot be used; what was read before stays in use");
            return last;
        }
    }

    private SSLContext read() throws IOException, GeneralSecurityException {
        SSLContext read = SSLContext.getInstance("TLSv1.3");
        read.init(keys().getKeyManagers(), new TrustManager[] {trust()}, null);
        return read;
    }

    private KeyManagerFactory keys() throws IOException, GeneralSecurityException {
        Identity own = Identity.read(identity);
        KeyStore store = empty();
        store.setKeyEntry("own", own.key(), NO_PASSWORD, own.chain().toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private ServerTrust trust() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate authority : trusted()) {
            store.setCertificateEntry("ca-" + number++, authority);
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        X509TrustManager chains = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
        return new ServerTrust(chains, acceptable);
    }

    private Iterable<X509Certificate> trusted() throws IOException, GeneralSecurityException {
        try {
            return Pem.parse(Files.readAllBytes(authorities)).certificates();
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(authorities + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
