package dev.gatehouse.gateway.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers each handshake with the identity of that moment. The alias carries the identity's number, so that a handshake
 * which began before a change does not get the chain of one and the key of the other.
 */
final class CurrentIdentity extends X509ExtendedKeyManager {

    private record Numbered(long number, CertifiedKey identity) {
        String alias() {
            return keyType() + "-" + number;
        }

        String keyType() {
            return identity.chain().getFirst().getPublicKey().getAlgorithm();
        }
    }

    private final AtomicReference<Numbered> current;
    private volatile Numbered previous;

    CurrentIdentity(CertifiedKey first) {
        previous = new Numbered(0, first);
        current = new AtomicReference<>(previous);
    }

    void replace(CertifiedKey next) {
        Numbered before = current.get();
        previous = before;
        current.set(new Numbered(before.number() + 1, next));
    }

    CertifiedKey get() {
        return current.get().identity();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Numbered now = current.get();
        return keyType.equals(now.keyType()) ? now.alias() : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Numbered named = named(alias);
        return named == null ? null : named.identity().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Numbered named = named(alias);
        return named == null ? null : named.identity().key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private @Nullable Numbered named(String alias) {
        Numbered now = current.get();
        if (alias.equals(now.alias())) {
            return now;
        }
        Numbered before = previous;
        return alias.equals(before.alias()) ? before : null;
    }
}
