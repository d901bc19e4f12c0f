package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * Decides once, from all evidence, which era a message belongs to: version header, {@code _meta} version, session id,
 * method, mirrored headers. Any contradiction is refused, so that no server behind can read the message as being of the
 * other era. A message that passes has a known method and a well-formed target.
 */
public final class EraResolver {

    private EraResolver() {}

    /**
     * @param headers of the request, each present at most once
     * @param message scanned, from a client
     * @param negotiated the version of the caller's session, where it has one that could be opened
     */
    public static Resolution resolve(HeaderFacts headers, Message message, @Nullable String negotiated) {
        if (message.kind() == Message.Kind.RESPONSE) {
            return refused(Objection.UNASKED_RESPONSE, message);
        }
        Evidence evidence = Evidence.of(headers, message);
        Objection objection = evidence.contradiction();
        if (objection == Objection.UNSUPPORTED_VERSION) {
            return new Resolution.Refused(objection.unsupported(message, evidence.header()));
        }
        if (objection != null) {
            return refused(objection, message);
        }
        return evidence.modern()
                ? ModernRules.resolve(headers, message)
                : LegacyRules.resolve(headers, evidence.header(), message, negotiated);
    }

    static Resolution.Refused refused(Objection objection, Message message) {
        return new Resolution.Refused(objection.refusal(message));
    }
}
