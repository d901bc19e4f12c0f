package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;

/** What the aggregate says of its own answers in their {@code _meta}: what is not in them, and why. */
final class ResultNotes {

    /** An upstream's part is missing, for now. */
    static final String INCOMPLETE = "gatehouse.dev/incomplete";

    /** The keys of servers that speak only the other era; they are served at their own paths. */
    static final String OTHER_ERA = "gatehouse.dev/otherEra";

    private ResultNotes() {}

    /** @param otherEra servers that the caller may know of */
    static ObjectNode json(boolean incomplete, List<UpstreamServer> otherEra) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        if (incomplete) {
            meta.put(INCOMPLETE, true);
        }
        if (!otherEra.isEmpty()) {
            ArrayNode keys = meta.putArray(OTHER_ERA);
            otherEra.forEach(server -> keys.add(server.key()));
        }
        return meta;
    }
}
