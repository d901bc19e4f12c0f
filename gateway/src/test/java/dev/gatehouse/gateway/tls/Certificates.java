package dev.gatehouse.gateway.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Self-signed certificates for tests, made by the JDK's own keytool. */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificates() {}

    /** A certificate for {@code localhost}, as PEM files. */
    public static TlsFiles create(Path folder, String name, String algorithm) throws Exception {
        KeyStore store = keyStore(folder, name, algorithm);
        return new TlsFiles(
                Files.writeString(
                        folder.resolve(name + ".crt"),
                        pem("CERTIFICATE", certificate(store).getEncoded())),
                Files.writeString(
                        folder.resolve(name + ".key"),
                        pem("PRIVATE KEY", key(store).getEncoded())));
    }

    static Certificate certificate(KeyStore store) throws GeneralSecurityException {
        return store.getCertificate("it");
    }

    static Key key(KeyStore store) throws GeneralSecurityException {
        return store.getKey("it", PASSWORD);
    }

    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static KeyStore keyStore(Path folder, String name, String algorithm) throws Exception {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "it",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1"));
        if (algorithm.equals("EC")) {
            command.addAll(List.of("-groupname", "secp256r1"));
        }
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
