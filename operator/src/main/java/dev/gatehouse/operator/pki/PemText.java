package dev.gatehouse.operator.pki;

import dev.gatehouse.model.resource.SecretValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** Certificates and PKCS#8 keys as PEM (RFC 7468), in Secrets and back. */
final class PemText {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    private PemText() {}

    static SecretValue of(List<X509Certificate> certificates) throws GeneralSecurityException {
        var blocks = new ArrayList<PemObject>();
        for (X509Certificate certificate : certificates) {
            blocks.add(new PemObject(CERTIFICATE, certificate.getEncoded()));
        }
        return written(blocks);
    }

    static SecretValue of(PrivateKey key) {
        return written(List.of(new PemObject(KEY, key.getEncoded())));
    }

    static List<X509Certificate> certificates(@Nullable SecretValue text) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<X509Certificate>();
        for (PemObject block : blocks(text)) {
            if (block.getType().equals(CERTIFICATE)) {
                var in = new ByteArrayInputStream(block.getContent());
                certificates.add((X509Certificate) factory.generateCertificate(in));
            }
        }
        return certificates;
    }

    /** Null when there is no certificate or no key. */
    static @Nullable Keyed keyed(@Nullable SecretValue certificate, @Nullable SecretValue key)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = certificates(certificate);
        for (PemObject block : blocks(key)) {
            if (block.getType().equals(KEY) && !certificates.isEmpty()) {
                PrivateKey read =
                        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(block.getContent()));
                return new Keyed(certificates.getFirst(), read);
            }
        }
        return null;
    }

    private static List<PemObject> blocks(@Nullable SecretValue text) throws GeneralSecurityException {
        var blocks = new ArrayList<PemObject>();
        try (var reader = new PemReader(new StringReader(text == null ? "" : text.text()))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("it is not PEM"); // without the cause, which may quote it
        }
        return blocks;
    }

    private static SecretValue written(List<PemObject> blocks) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            for (PemObject block : blocks) {
                writer.writeObject(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return SecretValue.of(text.toString());
    }
}
