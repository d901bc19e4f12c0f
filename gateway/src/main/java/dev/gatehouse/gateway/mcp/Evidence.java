package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What headers and body say about the era of a message.
 *
 * @param header the version header, trimmed
 * @param body the version in {@code params._meta}
 * @param session whether a session id came along
 */
record Evidence(@Nullable String header, @Nullable String body, boolean session) {

    static Evidence of(HeaderFacts headers, Message message) {
        Meta meta = message.params().meta();
        Text version = meta == null ? null : meta.protocolVersion();
        String header = headers.protocolVersion();
        return new Evidence(
                header == null ? null : HeaderValue.trim(header),
                version == null ? null : version.value(),
                headers.sessionId() != null);
    }

    boolean modern() {
        return Versions.MODERN.equals(header);
    }

    /** Null where everything fits one era. */
    @Nullable
    Objection contradiction() {
        if (body != null && header == null) {
            return Objection.VERSION_HEADER_MISSING;
        }
        if (body != null && !body.equals(header)) {
            return Objection.VERSION_MISMATCH;
        }
        if (header != null && !Versions.SUPPORTED.contains(header)) {
            return Objection.UNSUPPORTED_VERSION;
        }
        if (body != null && !modern()) {
            return Objection.MIXED_ERAS;
        }
        return session && modern() ? Objection.SESSION_ON_MODERN : null;
    }
}
