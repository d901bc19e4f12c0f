package dev.gatehouse.gateway.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.List;

/** A server's certificate chain and the key that belongs to it. */
record CertifiedKey(List<X509Certificate> chain, PrivateKey key) {

    private static final long MAX_FILE = 1L << 20;

    /** Reads both files. The error names the file and what is wrong with it, and nothing of its content. */
    static CertifiedKey read(TlsFiles files) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain;
        try {
            chain = Pem.parse(bytes(files.certificates())).certificates();
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(files.certificates() + ": " + e.getMessage(), e);
        }
        try {
            var identity = new CertifiedKey(chain, Pem.parse(bytes(files.key())).privateKey());
            identity.requireMatch();
            return identity;
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(files.key() + ": " + e.getMessage(), e);
        }
    }

    /** While one of two files is replaced before the other they do not match; handshakes would fail one by one. */
    private void requireMatch() throws GeneralSecurityException {
        byte[] probe = {1, 2, 3, 4};
        Signature signature = Signature.getInstance(
                key instanceof RSAKey ? "SHA256withRSA" : key instanceof EdECKey ? "EdDSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        boolean matches;
        try {
            signature.initVerify(chain.getFirst().getPublicKey());
            signature.update(probe);
            matches = signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("the key is of another kind than the certificate's", e);
        }
        if (!matches) {
            throw new InvalidKeyException("the key does not belong to the certificate");
        }
    }

    /** A PEM file, whole. The error names it. */
    static byte[] bytes(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new IOException(file + ": is larger than 1 MiB, which no PEM file needs to be");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": may not be read by this process", e);
        }
    }

    @Override
    public String toString() {
        return "CertifiedKey[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
