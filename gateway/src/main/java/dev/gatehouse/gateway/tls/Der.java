package dev.gatehouse.gateway.tls;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.util.Arrays;

/** The little of DER (ITU-T X.690) that wrapping a private key takes. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int NULL = 0x05;
    private static final int OID = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT_0 = 0xa0;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    static byte[] octets(byte[] content) {
        return element(OCTETS, content);
    }

    static byte[] integer(int small) {
        return element(INTEGER, new byte[] {(byte) small});
    }

    static byte[] nothing() {
        return element(NULL, new byte[0]);
    }

    static byte[] oid(int... encoded) {
        byte[] content = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            content[i] = (byte) encoded[i];
        }
        return element(OID, content);
    }

    /** The content of the element tagged {@code [0]} in a sequence: the curve's name, in an elliptic-curve key. */
    static byte[] contextZeroOf(byte[] sequence) throws InvalidKeyException {
        try {
            int at = contentStart(sequence, 0);
            while (at < sequence.length) {
                int start = contentStart(sequence, at);
                int end = start + length(sequence, at);
                if ((sequence[at] & 0xff) == CONTEXT_0) {
                    return Arrays.copyOfRange(sequence, start, end);
                }
                at = end;
            }
        } catch (ArrayIndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new InvalidKeyException("the EC key is damaged", e);
        }
        throw new InvalidKeyException("the EC key does not name its curve; convert it to PKCS#8");
    }

    private static byte[] element(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int octets = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
            out.write(0x80 | octets);
            for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
                out.write(content.length >> shift);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static int contentStart(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = at + 2; i < contentStart(der, at); i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        if (length < 0 || length > der.length) {
            throw new ArrayIndexOutOfBoundsException("an element longer than its key");
        }
        return length;
    }
}
