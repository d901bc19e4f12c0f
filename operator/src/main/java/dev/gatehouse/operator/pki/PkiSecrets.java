package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.pki.CertificateStore.Entry;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Secrets that hold the certificates, and how they are read. What cannot be read counts as absent and is made anew: it
 * could not be used for anything either.
 */
public final class PkiSecrets {

    /** The authority with its key; nothing ever mounts it. */
    public static final String AUTHORITY = "gatehouse-ca";

    private static final Logger LOG = LoggerFactory.getLogger(PkiSecrets.class);

    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";
    private static final String TRUSTED = "ca.crt";
    private static final String NEXT_CERTIFICATE = "next.crt";
    private static final String NEXT_KEY = "next.key";
    private static final String ANNOUNCED = "announced-at";
    private static final String RETIRED = "retired.crt";

    private PkiSecrets() {}

    /** What one end of the link uses; gateway pods mount theirs. */
    public static String nameOf(LinkRole role) {
        return switch (role) {
            case OPERATOR -> "gatehouse-operator-tls";
            case GATEWAY -> "gatehouse-gateway-tls";
        };
    }

    /** What an end of the link uses; empty when there is none or it cannot be read. */
    public static Optional<LinkIdentity> identity(Entry entry) {
        Map<String, SecretValue> data = entry.data();
        try {
            Keyed own = PemText.keyed(data.get(CERTIFICATE), data.get(KEY));
            return own == null
                    ? Optional.empty()
                    : Optional.of(new LinkIdentity(own, PemText.certificates(data.get(TRUSTED))));
        } catch (GeneralSecurityException e) {
            LOG.atWarn().setCause(e).log("A certificate of the link cannot be read");
            return Optional.empty();
        }
    }

    static Map<String, SecretValue> write(LinkIdentity identity) throws GeneralSecurityException {
        return Map.of(
                CERTIFICATE, PemText.of(List.of(identity.own().certificate())),
                KEY, PemText.of(identity.own().key()),
                TRUSTED, PemText.of(identity.trusted()));
    }

    static Pki pki(Optional<Entry> authority, Map<LinkRole, Entry> leaves) {
        Map<LinkRole, LinkIdentity> read = new EnumMap<>(LinkRole.class);
        leaves.forEach((role, entry) -> identity(entry).ifPresent(identity -> read.put(role, identity)));
        Map<String, SecretValue> data = authority.map(Entry::data).orElse(Map.of());
        try {
            return new Pki(
                    PemText.keyed(data.get(CERTIFICATE), data.get(KEY)),
                    PemText.keyed(data.get(NEXT_CERTIFICATE), data.get(NEXT_KEY)),
                    instant(data.get(ANNOUNCED)),
                    PemText.certificates(data.get(RETIRED)),
                    read);
        } catch (GeneralSecurityException e) {
            LOG.atError().setCause(e).log("The link's authority cannot be read; a new one takes its place");
            return new Pki(null, null, null, List.of(), read);
        }
    }

    /** The authority's part. */
    static Map<String, SecretValue> write(Pki pki) throws GeneralSecurityException {
        var data = new HashMap<String, SecretValue>();
        put(data, CERTIFICATE, KEY, pki.active());
        put(data, NEXT_CERTIFICATE, NEXT_KEY, pki.next());
        if (pki.announcedAt() != null) {
            data.put(ANNOUNCED, SecretValue.of(pki.announcedAt().toString()));
        }
        List<X509Certificate> retired = pki.retired();
        if (!retired.isEmpty()) {
            data.put(RETIRED, PemText.of(retired));
        }
        return data;
    }

    private static void put(Map<String, SecretValue> data, String certificate, String key, @Nullable Keyed keyed)
            throws GeneralSecurityException {
        if (keyed != null) {
            data.put(certificate, PemText.of(List.of(keyed.certificate())));
            data.put(key, PemText.of(keyed.key()));
        }
    }

    private static @Nullable Instant instant(@Nullable SecretValue text) throws GeneralSecurityException {
        try {
            return text == null ? null : Instant.parse(text.text());
        } catch (DateTimeException e) {
            throw new GeneralSecurityException("the time of an announcement cannot be read", e);
        }
    }
}
