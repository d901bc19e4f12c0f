package dev.gatehouse.gateway.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * Private keys from PEM blocks. Java knows PKCS#8 (RFC 5208) only, so the two older forms, PKCS#1 for RSA (RFC 8017) and
 * SEC 1 for elliptic curves (RFC 5915), are wrapped into it.
 */
final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final byte[] VERSION_0 = Der.integer(0);
    private static final byte[] RSA_ENCRYPTION =
            Der.sequence(Der.oid(42, 134, 72, 134, 247, 13, 1, 1, 1), Der.nothing());
    private static final byte[] EC_PUBLIC_KEY = Der.oid(42, 134, 72, 206, 61, 2, 1);

    private PrivateKeys() {}

    static PrivateKey of(Pem.Block block) throws GeneralSecurityException {
        return switch (block.label()) {
            case "PRIVATE KEY" -> pkcs8(block.der());
            case "RSA PRIVATE KEY" -> pkcs8(Der.sequence(VERSION_0, RSA_ENCRYPTION, Der.octets(block.der())));
            case "EC PRIVATE KEY" -> pkcs8(sec1(block.der()));
            default ->
                throw new InvalidKeyException(
                        "a " + block.label() + " block cannot be read; convert it to an unencrypted PKCS#8 key");
        };
    }

    private static byte[] sec1(byte[] key) throws InvalidKeyException {
        byte[] curve = Der.contextZeroOf(key);
        return Der.sequence(VERSION_0, Der.sequence(EC_PUBLIC_KEY, curve), Der.octets(key));
    }

    /** The key names its algorithm where only the right factory can read it, so each is asked in turn. */
    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(der);
        var failure = new InvalidKeyException("the private key is neither RSA nor EC nor EdDSA, or it is damaged");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }
}
