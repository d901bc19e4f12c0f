package dev.gatehouse.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM over small secrets that travel as base64url without padding: 12 bytes of random nonce, then ciphertext and
 * tag. The purpose goes into the additional data, so that nothing sealed for one purpose opens for another. Thread-safe:
 * ciphers are pooled, as looking one up costs more than the sealing.
 */
final class Seal {

    /** The longest text that is opened, in characters. */
    static final int MAX_LENGTH = 8 << 10;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int POOLED_CIPHERS = 64;

    private volatile List<SecretKeySpec> keys;
    private final SecureRandom random;
    private final byte[] purpose;
    private final ConcurrentLinkedQueue<Cipher> pool = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pooled = new AtomicInteger();

    Seal(SessionKeys keys, SecureRandom random, String purpose) {
        this.keys = ciphering(keys);
        this.random = random;
        this.purpose = (purpose + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** Seals with the first of these and opens with all of them from now on. */
    void replace(SessionKeys next) {
        keys = ciphering(next);
    }

    private static List<SecretKeySpec> ciphering(SessionKeys keys) {
        return keys.keys().stream().map(key -> new SecretKeySpec(key, "AES")).toList();
    }

    /** How long the sealed text of so many bytes is. */
    static int sealedLength(int plainBytes) {
        return (4 * (NONCE_BYTES + plainBytes + TAG_BYTES) + 2) / 3;
    }

    /** @param context what must be said again to open it */
    String seal(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = take();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, keys.getFirst(), new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(purpose);
            cipher.updateAAD(context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must be able to seal", e);
        } finally {
            giveBack(cipher);
        }
    }

    /** @return null unless sealed under one of the keys, for this purpose and context, and unchanged in every character */
    byte @Nullable [] open(String text, byte[] context) {
        byte[] sealed = decode(text);
        if (sealed == null) {
            return null;
        }
        Cipher cipher = take();
        try {
            for (SecretKeySpec key : keys) {
                byte[] plain = open(cipher, key, sealed, context);
                if (plain != null) {
                    return plain;
                }
            }
            return null;
        } finally {
            giveBack(cipher);
        }
    }

    private byte @Nullable [] open(Cipher cipher, SecretKeySpec key, byte[] sealed, byte[] context) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(purpose);
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return null; // foreign or tampered with: the one thing that a caller can bring about
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must be able to open", e);
        }
    }

    /** Only the one canonical spelling is taken, so that no two texts open to the same. */
    private static byte @Nullable [] decode(String text) {
        if (text.length() > MAX_LENGTH || text.length() < sealedLength(0) || !isBase64Url(text)) {
            return null;
        }
        byte[] sealed = Base64.getUrlDecoder().decode(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(text) ? sealed : null;
    }

    private static boolean isBase64Url(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return text.length() % 4 != 1;
    }

    private Cipher take() {
        Cipher cipher = pool.poll();
        if (cipher != null) {
            pooled.decrementAndGet();
            return cipher;
        }
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
        }
    }

    private void giveBack(Cipher cipher) {
        if (pooled.get() < POOLED_CIPHERS) {
            pooled.incrementAndGet();
            pool.add(cipher);
        }
    }
}
