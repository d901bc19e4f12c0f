package dev.gatehouse.gateway.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads PEM text (RFC 7468). What stands between the blocks is ignored, as OpenSSL does; blocks of another kind are too.
 *
 * @param blocks in the order of the text
 */
record Pem(List<Block> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----\\s([^-]*)-----END \\1-----");

    /** One block, decoded. It prints its label only, as the bytes may be a key's. */
    static final class Block {
        private final String label;
        private final byte[] der;

        Block(String label, byte[] der) {
            this.label = label;
            this.der = der;
        }

        String label() {
            return label;
        }

        byte[] der() {
            return der;
        }

        @Override
        public String toString() {
            return "Block[" + label + "]";
        }
    }

    static Pem parse(byte[] text) throws IOException {
        Matcher matcher = BLOCK.matcher(new String(text, StandardCharsets.US_ASCII));
        var blocks = new ArrayList<Block>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), decode(matcher.group(1), matcher.group(2))));
        }
        return new Pem(blocks);
    }

    /** All certificates, at least one. */
    List<X509Certificate> certificates() throws GeneralSecurityException {
        var certificates = new ArrayList<X509Certificate>();
        var factory = CertificateFactory.getInstance("X.509");
        for (Block block : blocks) {
            if (block.label().equals("CERTIFICATE")) {
                var certificate = factory.generateCertificate(new ByteArrayInputStream(block.der()));
                certificates.add((X509Certificate) certificate);
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("there is no CERTIFICATE block in it");
        }
        return certificates;
    }

    /** The first private key. */
    PrivateKey privateKey() throws GeneralSecurityException {
        for (Block block : blocks) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return PrivateKeys.of(block);
            }
        }
        throw new GeneralSecurityException("there is no PRIVATE KEY block in it");
    }

    private static byte[] decode(String label, String base64) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("its " + label + " block is not base64", e);
        }
    }
}
