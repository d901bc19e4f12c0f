package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** What a message with the modern version header must fulfil (2026-07-28, transports and basic/index). */
final class ModernRules {

    private ModernRules() {}

    static Resolution resolve(HeaderFacts headers, Message message) {
        Meta meta = message.params().meta();
        Method method = Method.of(message.method());
        Objection objection = Mirror.method(headers, message);
        if (objection == null) {
            objection = metaObjection(meta);
        }
        if (objection == null) {
            objection = methodObjection(method, message);
        }
        if (objection == null && method != null) {
            objection = targetObjection(headers, method, message);
        }
        if (objection != null || meta == null || method == null) {
            return EraResolver.refused(objection == null ? Objection.META_MISSING : objection, message);
        }
        return new Resolution.Modern(new ModernCall(method, message, Versions.MODERN, meta, headers.params()));
    }

    private static @Nullable Objection metaObjection(@Nullable Meta meta) {
        boolean complete = meta != null && meta.protocolVersion() != null && meta.clientCapabilities() != null;
        return complete ? null : Objection.META_MISSING;
    }

    private static @Nullable Objection methodObjection(@Nullable Method method, Message message) {
        if (method == null || !method.modern()) {
            return Objection.UNKNOWN_METHOD_MODERN;
        }
        return message.kind() == Message.Kind.REQUEST ? null : Objection.UNKNOWN_NOTIFICATION;
    }

    private static @Nullable Objection targetObjection(HeaderFacts headers, Method method, Message message) {
        if (headers.mcpMethod() == null) {
            return Objection.METHOD_HEADER_MISSING;
        }
        if (!Targets.present(method, message.params())) {
            return Objection.TARGET_MODERN;
        }
        if (headers.mcpName() == null && Mirror.nameRequired(method)) {
            return Objection.NAME_HEADER_MISSING;
        }
        Objection name = Mirror.name(headers, method, message);
        return name == null ? Mirror.params(headers.params()) : name;
    }
}
