package dev.gatehouse.model.link;

import java.time.Duration;

/** What both ends of the link have agreed on beforehand. */
public final class LinkProtocol {

    /** Raised when an end of this version could misunderstand one of the next. */
    public static final int VERSION = 1;

    /** {@code GET}: the operator's frames, for as long as the connection lives. */
    public static final String LINK_PATH = "/v1/link";

    /** {@code POST}: an {@link Acknowledgement}. */
    public static final String ACKNOWLEDGE_PATH = "/v1/ack";

    /** {@code POST}: a {@link GatewayReport}. */
    public static final String REPORT_PATH = "/v1/report";

    /** The query parameters of {@link #LINK_PATH}; {@link #HAVE} and {@link #SEEN} are absent from whoever has nothing yet. */
    public static final String PROTOCOL = "protocol";

    public static final String NAME = "name";
    public static final String SOFTWARE = "software";

    /** The digest of the state that the gateway enforces: the operator needs not send it again. */
    public static final String HAVE = "have";

    /** The greatest version that any operator has brought it: whoever leads now goes on above. */
    public static final String SEEN = "seen";

    /** The response header in which an operator that does not lead names the one that does. */
    public static final String LEADER_HEADER = "Gatehouse-Leader";

    /** How long a name or a software version may be, in characters. */
    public static final int MAX_NAME = 253;

    /** How often either end says that it lives, unless the operator decides otherwise. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** So many heartbeats without a sign of life, and the other end is dead. */
    public static final int MISSED_HEARTBEATS = 3;

    private LinkProtocol() {}
}
