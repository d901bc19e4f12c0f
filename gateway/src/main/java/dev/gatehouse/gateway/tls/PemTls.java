package dev.gatehouse.gateway.tls;

import dev.gatehouse.gateway.LogKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own TLS: one context for the whole run whose certificate follows the files. Connections that stand keep
 * theirs; new ones get the new. Files that cannot be used leave what is in force and are an error in the log, as a
 * half-done renewal must not take the gateway down.
 */
public final class PemTls implements AutoCloseable {

    /** What a listener on {@link #context()} must be limited to. */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private static final Logger LOG = LoggerFactory.getLogger(PemTls.class);

    private final TlsFiles files;
    private final Duration checkEvery;
    private final CurrentIdentity identity;
    private final SSLContext context;
    private final Thread watch;
    private FileState seen;

    private PemTls(TlsFiles files, Duration checkEvery) throws IOException, GeneralSecurityException {
        this.files = files;
        this.checkEvery = checkEvery;
        this.seen = FileState.of(files);
        this.identity = new CurrentIdentity(CertifiedKey.read(files));
        this.context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {identity}, null, null);
        this.watch = Thread.ofVirtual().name("tls-files").unstarted(this::run);
    }

    /**
     * Reads the files and looks at them again every {@code checkEvery}.
     *
     * @throws IOException when a file cannot be read, GeneralSecurityException when it cannot be used; both name it
     */
    public static PemTls open(TlsFiles files, Duration checkEvery) throws IOException, GeneralSecurityException {
        var tls = new PemTls(files, checkEvery);
        tls.watch.start();
        return tls;
    }

    public SSLContext context() {
        return context;
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(checkEvery);
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the files once, and complains once for each state that they are in. */
    synchronized void check() {
        FileState now = FileState.of(files);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            identity.replace(CertifiedKey.read(files));
            LOG.atInfo().addKeyValue(LogKeys.FILE, files.certificates()).log("New connections get the new certificate");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.atError()
                    .addKeyValue(LogKeys.REASON, e.getMessage())
                    .log("The TLS files cannot be used; the certificate read before stays in use");
        }
    }
}
