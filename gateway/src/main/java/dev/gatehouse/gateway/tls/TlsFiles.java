package dev.gatehouse.gateway.tls;

import java.nio.file.Path;

/**
 * The PEM files of a server's identity.
 *
 * @param certificates the certificate itself first, then what leads to its CA
 * @param key unencrypted PKCS#8, PKCS#1 (RSA) or SEC 1 (EC)
 */
public record TlsFiles(Path certificates, Path key) {}
