package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Whether a message says whom its method concerns, without ambiguity. */
final class Targets {

    private Targets() {}

    static boolean present(Method method, Params params) {
        return switch (method.target()) {
            case NAME -> params.name() != null;
            case URI -> params.uri() != null;
            case REF -> sound(params.ref());
            case LISTEN -> params.notifications() != null;
            case LIST -> true;
            case SESSION -> method != Method.INITIALIZE || params.protocolVersion() != null;
        };
    }

    private static boolean sound(@Nullable Ref ref) {
        if (ref == null || ref.type() == null) {
            return false;
        }
        return switch (ref.type().value()) {
            case Ref.PROMPT -> ref.name() != null && ref.uri() == null;
            case Ref.RESOURCE -> ref.uri() != null && ref.name() == null;
            default -> false;
        };
    }
}
