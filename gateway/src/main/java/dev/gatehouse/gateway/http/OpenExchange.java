package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;

/** Something in flight that a change of rights may end. */
interface OpenExchange {

    /** Ends itself when {@code after} no longer allows what it does, or no longer knows the token it came with. */
    void judge(AccessSnapshot after);

    /** It has been open for a moment, and from time to time after that: short exchanges never hear of it. */
    default void lingers() {}

    /** Lists of a server may read differently in an era. */
    default void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {}

    /** The gateway stops: a stream ends in good order, a call goes on to its end. */
    void endStream();
}
