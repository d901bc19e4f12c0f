package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client may ask of the gateway. A method that is not here is unknown to every caller: vendor methods and tasks
 * do not pass, because nobody could say whom they concern.
 */
public enum Method {
    INITIALIZE("initialize", Eras.LEGACY, Target.SESSION),
    PING("ping", Eras.LEGACY, Target.SESSION),
    TOOLS_LIST("tools/list", Eras.BOTH, Target.LIST),
    TOOLS_CALL("tools/call", Eras.BOTH, Target.NAME),
    PROMPTS_LIST("prompts/list", Eras.BOTH, Target.LIST),
    PROMPTS_GET("prompts/get", Eras.BOTH, Target.NAME),
    RESOURCES_LIST("resources/list", Eras.BOTH, Target.LIST),
    RESOURCES_TEMPLATES_LIST("resources/templates/list", Eras.BOTH, Target.LIST),
    RESOURCES_READ("resources/read", Eras.BOTH, Target.URI),
    RESOURCES_SUBSCRIBE("resources/subscribe", Eras.LEGACY, Target.URI),
    RESOURCES_UNSUBSCRIBE("resources/unsubscribe", Eras.LEGACY, Target.URI),
    COMPLETION_COMPLETE("completion/complete", Eras.BOTH, Target.REF),
    LOGGING_SET_LEVEL("logging/setLevel", Eras.LEGACY, Target.SESSION),
    SERVER_DISCOVER("server/discover", Eras.MODERN, Target.SESSION),
    SUBSCRIPTIONS_LISTEN("subscriptions/listen", Eras.MODERN, Target.LISTEN),
    NOTIFICATIONS_INITIALIZED("notifications/initialized", Eras.LEGACY, Target.SESSION),
    NOTIFICATIONS_CANCELLED("notifications/cancelled", Eras.LEGACY, Target.SESSION),
    NOTIFICATIONS_PROGRESS("notifications/progress", Eras.LEGACY, Target.SESSION),
    NOTIFICATIONS_ROOTS_LIST_CHANGED("notifications/roots/list_changed", Eras.LEGACY, Target.SESSION);

    /** In which eras a method exists. */
    public enum Eras {
        LEGACY,
        MODERN,
        BOTH
    }

    /** What in the body says whom a method concerns. */
    public enum Target {
        /** {@code params.name}. */
        NAME,
        /** {@code params.uri}. */
        URI,
        /** {@code params.ref}. */
        REF,
        /** The answer is a list to filter. */
        LIST,
        /** {@code params.notifications}. */
        LISTEN,
        /** The caller's own connection to the gateway. */
        SESSION
    }

    private static final Map<String, Method> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Method::wireName, Function.identity()));

    private final String wireName;
    private final Eras eras;
    private final Target target;

    Method(String wireName, Eras eras, Target target) {
        this.wireName = wireName;
        this.eras = eras;
        this.target = target;
    }

    /** The method of that exact wire name, or null. */
    public static @Nullable Method of(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }

    public String wireName() {
        return wireName;
    }

    public Target target() {
        return target;
    }

    public boolean notification() {
        return wireName.startsWith("notifications/");
    }

    public boolean legacy() {
        return eras != Eras.MODERN;
    }

    public boolean modern() {
        return eras != Eras.LEGACY;
    }
}
