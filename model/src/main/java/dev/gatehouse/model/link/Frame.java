package dev.gatehouse.model.link;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.resource.SecretValue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator says to a gateway, one after the other on one stream. */
public sealed interface Frame {

    /**
     * The first of all.
     *
     * @param protocol {@link LinkProtocol#VERSION} of the operator
     * @param link by which acknowledgements and reports name this stream
     * @param heartbeat how often either end gives a sign of life
     */
    record Hello(int protocol, String link, Duration heartbeat) implements Frame {}

    /** A configuration to enforce in the place of whatever is enforced. */
    record Whole(long version, AccessConfig config) implements Frame {}

    /** What to change of the configuration sent before. */
    record Delta(long version, AccessDelta delta) implements Frame {}

    /** The operator lives, and {@code version} is still the newest that there is. */
    record Heartbeat(long version) implements Frame {}

    /** The keys that seal sessions and cursors from now on: the first seals, all open; none: the gateway's own. */
    record Keys(List<SecretValue> keys) implements Frame {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /** Who signs the tokens of ServiceAccounts; absent: nobody that is trusted. */
    record Issuer(@Nullable TrustedIssuer issuer) implements Frame {}

    /** What is wrong or odd about the objects, in the place of what was told before. */
    record Findings(ObjectFindings findings) implements Frame {}

    /** The operator ends this stream, and whoever dials again at once will find its successor sooner. */
    record GoingAway() implements Frame {}
}
