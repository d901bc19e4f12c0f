package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members that MCP gives a meaning in the places where the gateway reads. Those it does not read are here so that a
 * name which only resembles one of them is refused, whichever reader would have taken it for the real one.
 */
enum Member {
    JSONRPC(Place.MESSAGE, "jsonrpc", Shape.STRING, Flaw.BAD_VERSION),
    ID(Place.MESSAGE, "id", Shape.TOKEN, Flaw.BAD_ID),
    METHOD(Place.MESSAGE, "method", Shape.STRING, Flaw.BAD_METHOD),
    PARAMS(Place.MESSAGE, "params", Place.PARAMS),
    RESULT(Place.MESSAGE, "result", Shape.OBJECT, Flaw.BAD_SHAPE),
    ERROR(Place.MESSAGE, "error", Shape.OBJECT, Flaw.BAD_SHAPE),

    NAME(Place.PARAMS, "name", Shape.STRING),
    URI(Place.PARAMS, "uri", Shape.STRING),
    META(Place.PARAMS, "_meta", Place.META),
    ARGUMENTS(Place.PARAMS, "arguments", Shape.ANY),
    CURSOR(Place.PARAMS, "cursor", Shape.STRING),
    REF(Place.PARAMS, "ref", Place.REF),
    ARGUMENT(Place.PARAMS, "argument", Shape.ANY),
    CONTEXT(Place.PARAMS, "context", Shape.ANY),
    NOTIFICATIONS(Place.PARAMS, "notifications", Place.NOTIFICATIONS),
    PROTOCOL_VERSION(Place.PARAMS, "protocolVersion", Shape.STRING),
    CAPABILITIES(Place.PARAMS, "capabilities", Shape.ANY),
    CLIENT_INFO(Place.PARAMS, "clientInfo", Shape.ANY),
    LEVEL(Place.PARAMS, "level", Shape.STRING),
    REQUEST_ID(Place.PARAMS, "requestId", Shape.TOKEN),
    PROGRESS_TOKEN(Place.PARAMS, "progressToken", Shape.TOKEN),
    TASK(Place.PARAMS, "task", Shape.ANY),
    TASK_ID(Place.PARAMS, "taskId", Shape.ANY),
    REQUEST_STATE(Place.PARAMS, "requestState", Shape.ANY),
    INPUT_RESPONSES(Place.PARAMS, "inputResponses", Shape.ANY),

    META_VERSION(Place.META, "io.modelcontextprotocol/protocolVersion", Shape.STRING),
    META_CAPABILITIES(Place.META, "io.modelcontextprotocol/clientCapabilities", Shape.OBJECT),
    META_CLIENT_INFO(Place.META, "io.modelcontextprotocol/clientInfo", Shape.ANY),
    META_LOG_LEVEL(Place.META, "io.modelcontextprotocol/logLevel", Shape.STRING),
    META_SUBSCRIPTION(Place.META, "io.modelcontextprotocol/subscriptionId", Shape.TOKEN),
    META_PROGRESS_TOKEN(Place.META, "progressToken", Shape.TOKEN),
    META_TRACEPARENT(Place.META, "traceparent", Shape.STRING),
    META_TRACESTATE(Place.META, "tracestate", Shape.STRING),
    META_BAGGAGE(Place.META, "baggage", Shape.STRING),

    REF_TYPE(Place.REF, "type", Shape.STRING),
    REF_NAME(Place.REF, "name", Shape.STRING),
    REF_URI(Place.REF, "uri", Shape.STRING),

    TOOLS_CHANGED(Place.NOTIFICATIONS, "toolsListChanged", Shape.BOOLEAN),
    PROMPTS_CHANGED(Place.NOTIFICATIONS, "promptsListChanged", Shape.BOOLEAN),
    RESOURCES_CHANGED(Place.NOTIFICATIONS, "resourcesListChanged", Shape.BOOLEAN),
    RESOURCE_SUBSCRIPTIONS(Place.NOTIFICATIONS, "resourceSubscriptions", Place.URIS, Shape.ARRAY, Flaw.BAD_PARAMS);

    private static final Map<Place, Member[]> BY_PLACE = byPlace();
    private static final Member[] NONE = {};
    private static final int LONGEST = Arrays.stream(values())
            .mapToInt(member -> member.wireName.length())
            .max()
            .orElse(0);
    private static final Map<Place, Member[][]> BY_LENGTH = byLength();

    private final Place place;
    private final String wireName;
    private final String folded;
    private final Place inside;
    private final Shape shape;
    private final Flaw misshapen;

    Member(Place place, String wireName, Shape shape) {
        this(place, wireName, Place.ELSEWHERE, shape, Flaw.BAD_PARAMS);
    }

    Member(Place place, String wireName, Shape shape, Flaw misshapen) {
        this(place, wireName, Place.ELSEWHERE, shape, misshapen);
    }

    Member(Place place, String wireName, Place inside) {
        this(place, wireName, inside, Shape.OBJECT, Flaw.BAD_PARAMS);
    }

    Member(Place place, String wireName, Place inside, Shape shape, Flaw misshapen) {
        this.place = place;
        this.wireName = wireName;
        this.folded = NameFold.fold(wireName);
        this.inside = inside;
        this.shape = shape;
        this.misshapen = misshapen;
    }

    /** The member of exactly that name in that place, or null. */
    static @Nullable Member of(Place place, Capture name) {
        for (Member member : ofLength(place, name.length())) {
            if (name.is(member.wireName)) {
                return member;
            }
        }
        return null;
    }

    /** Whether some reader could take a name which is no known one of that place for one. */
    static boolean resembled(Place place, Capture name) {
        for (Member member : ofLength(place, name.length())) {
            if (name.isIgnoringAsciiCase(member.wireName)) {
                return true;
            }
        }
        Member[] members = BY_PLACE.get(place);
        return members != null
                && members.length > 0
                && !NameFold.foldedAlready(name)
                && resembled(members, NameFold.fold(name.text()));
    }

    private static Member[] ofLength(Place place, int length) {
        Member[][] members = BY_LENGTH.get(place);
        return members == null ? NONE : members[Math.min(length, LONGEST + 1)];
    }

    private static boolean resembled(Member[] members, String folded) {
        for (Member member : members) {
            if (member.folded.equals(folded)) {
                return true;
            }
        }
        return false;
    }

    /** Where its value is, when that is an object or array to look into. */
    Place inside() {
        return inside;
    }

    Shape shape() {
        return shape;
    }

    /** Whether its text is one of a few, mostly. */
    boolean isFamiliar() {
        return this == METHOD || this == JSONRPC || this == META_VERSION || this == PROTOCOL_VERSION;
    }

    /** What it means that the value is something else. */
    Flaw misshapen() {
        return misshapen;
    }

    private static Map<Place, Member[][]> byLength() {
        Map<Place, Member[][]> places = new EnumMap<>(Place.class);
        BY_PLACE.forEach((place, members) -> {
            Member[][] byLength = new Member[LONGEST + 2][];
            for (int length = 0; length < byLength.length; length++) {
                int wanted = length;
                byLength[length] = Arrays.stream(members)
                        .filter(member -> member.wireName.length() == wanted)
                        .toArray(Member[]::new);
            }
            places.put(place, byLength);
        });
        return places;
    }

    private static Map<Place, Member[]> byPlace() {
        Map<Place, Member[]> places = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            places.put(
                    place,
                    Arrays.stream(values())
                            .filter(member -> member.place == place)
                            .toArray(Member[]::new));
        }
        return places;
    }
}
