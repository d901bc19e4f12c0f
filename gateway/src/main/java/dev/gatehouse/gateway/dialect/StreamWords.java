package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.ListKind;
import java.nio.ByteBuffer;
import java.util.Set;

/** What the gateway itself says on a caller's stream: before it ends in good order, and when lists have changed. */
public interface StreamWords {

    ByteBuffer lastWords();

    ByteBuffer listsChanged(Set<ListKind> kinds);
}
