package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** What a message without the modern version header must fulfil (2024-11-05 to 2025-11-25). */
final class LegacyRules {

    private LegacyRules() {}

    static Resolution resolve(
            HeaderFacts headers, @Nullable String headerVersion, Message message, @Nullable String negotiated) {
        Method method = Method.of(message.method());
        Objection objection = Mirror.method(headers, message);
        if (objection == null && negotiated != null && headerVersion != null && !negotiated.equals(headerVersion)) {
            objection = Objection.SESSION_VERSION;
        }
        if (objection == null) {
            objection = methodObjection(method, message);
        }
        if (objection == null && method != null) {
            objection = targetObjection(headers, method, message);
        }
        if (objection != null || method == null) {
            return EraResolver.refused(objection == null ? Objection.UNKNOWN_METHOD_LEGACY : objection, message);
        }
        String version = headerVersion != null ? headerVersion : negotiated;
        return new Resolution.Legacy(new LegacyCall(
                method, message, version == null ? Versions.ASSUMED_LEGACY : version, headers.sessionId()));
    }

    private static @Nullable Objection methodObjection(@Nullable Method method, Message message) {
        boolean asksForAnswer = message.kind() == Message.Kind.REQUEST;
        boolean known = method != null && method.legacy() && method.notification() != asksForAnswer;
        if (known) {
            return null;
        }
        return asksForAnswer ? Objection.UNKNOWN_METHOD_LEGACY : Objection.UNKNOWN_NOTIFICATION;
    }

    private static @Nullable Objection targetObjection(HeaderFacts headers, Method method, Message message) {
        if (!Targets.present(method, message.params())) {
            return Objection.TARGET_LEGACY;
        }
        if (message.params().task()) {
            return Objection.TASK;
        }
        return Mirror.name(headers, method, message);
    }
}
