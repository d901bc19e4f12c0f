package dev.gatehouse.gateway.tls;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.link.LinkTls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS towards an operator, which asks for a certificate, from PEM files that may change. Each {@link #context} is what the files
 * say then; while they cannot be used, what was read before. Not thread-safe.
 */
public final class MutualTls {

    private static final Logger LOG = LoggerFactory.getLogger(MutualTls.class);

    private record Seen(FileState identity, FileState authorities) {}

    private final TlsFiles identity;
    private final Path authorities;
    private @Nullable Seen seen;
    private @Nullable SSLContext context;

    /** @param authorities what the operator's certificate must lead to */
    public MutualTls(TlsFiles identity, Path authorities) {
        this.identity = identity;
        this.authorities = authorities;
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
        CertifiedKey own = CertifiedKey.read(identity);
        return LinkTls.context(LinkRole.OPERATOR, own.chain(), own.key(), trusted());
    }

    private List<X509Certificate> trusted() throws IOException, GeneralSecurityException {
        try {
            return Pem.parse(CertifiedKey.bytes(authorities)).certificates();
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(authorities + ": " + e.getMessage(), e);
        }
    }
}
