package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All certificates that there are.
 *
 * @param active signs; absent only at the very beginning
 * @param next will sign once everybody trusts it; absent: no change is under way
 * @param announcedAt since when {@code next} is in both trusted lists; absent: not yet
 * @param retired no longer sign and are still trusted, because what they have signed may still be in use
 * @param leaves what each end of the link shows; absent: there is none that could be read
 */
public record Pki(
        @Nullable Keyed active,
        @Nullable Keyed next,
        @Nullable Instant announcedAt,
        List<X509Certificate> retired,
        Map<LinkRole, LinkIdentity> leaves) {

    static final Pki NOTHING = new Pki(null, null, null, List.of(), Map.of());

    public Pki {
        retired = List.copyOf(retired);
        leaves = Map.copyOf(leaves);
    }

    @Nullable
    LinkIdentity leaf(LinkRole role) {
        return leaves.get(role);
    }

    /** Everybody who signs, will sign or has signed. */
    List<X509Certificate> authorities() {
        return Stream.concat(
                        Stream.of(active, next)
                                .flatMap(keyed -> keyed == null ? Stream.of() : Stream.of(keyed.certificate())),
                        retired.stream())
                .toList();
    }
}
