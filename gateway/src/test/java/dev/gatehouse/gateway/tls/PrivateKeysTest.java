package dev.gatehouse.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The older forms of private keys, cut out of the newer one that the JDK writes. */
class PrivateKeysTest {

    @Test
    void pkcs1KeyIsTheSameAsItsPkcs8Form() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        // PKCS#8 is version, algorithm and then the PKCS#1 key as the last element.
        byte[] pkcs1 = after(key.getEncoded(), new byte[] {0x05, 0x00, 0x04, (byte) 0x82}, 2);

        assertThat(read("RSA PRIVATE KEY", pkcs1)).isEqualTo(key);
    }

    @Test
    void sec1KeyHasTheSecretOfItsPkcs8Form() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] curve = {0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x03, 0x01, 0x07};
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] scalar = Arrays.copyOfRange(after(pkcs8, new byte[] {0x02, 0x01, 0x01, 0x04}, 1), 0, 32);
        byte[] sec1 = Der.sequence(Der.integer(1), Der.octets(scalar), tagged(curve));

        assertThat(((ECPrivateKey) read("EC PRIVATE KEY", sec1)).getS())
                .isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());
    }

    @Test
    void encryptedKeyIsRefusedWithAdvice() {
        assertThatThrownBy(() -> read("ENCRYPTED PRIVATE KEY", new byte[] {1}))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("unencrypted PKCS#8");
    }

    @Test
    void damagedKeysAreRefused() {
        for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
            for (byte[] damaged :
                    new byte[][] {{}, {0x30}, {0x30, (byte) 0x84, -1, -1, -1, -1}, {0x30, 2, (byte) 0xa0}}) {
                assertThatThrownBy(() -> read(label, damaged)).isInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    private static PrivateKey read(String label, byte[] der) throws Exception {
        String text = "Bag Attributes\n" + Certificates.pem(label, der);
        return Pem.parse(text.getBytes(StandardCharsets.US_ASCII)).privateKey();
    }

    private static byte[] tagged(byte[] content) {
        byte[] element = Der.octets(content);
        element[0] = (byte) 0xa0;
        return element;
    }

    /** What follows the first occurrence of {@code mark} and {@code more} bytes after it. */
    private static byte[] after(byte[] bytes, byte[] mark, int more) {
        for (int i = 0; i + mark.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                return Arrays.copyOfRange(bytes, i + mark.length + more, bytes.length);
            }
        }
        throw new AssertionError("the JDK writes keys in another form now");
    }
}
