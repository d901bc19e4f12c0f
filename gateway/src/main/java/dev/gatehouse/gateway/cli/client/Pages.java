package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads a list that comes in pages as one. */
final class Pages {

    private static final int PAGE = 1_000;
    private static final int MAX_PAGES = 1_000;

    private Pages() {}

    /** At most {@code limit} entries; when there are more, the answer keeps the {@code next} that the gateway gave. */
    static ObjectNode read(ApiClient client, String list, int limit) throws ApiFailure, InterruptedException {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = whole.putArray(list);
        @Nullable String after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            ObjectNode answer = client.get(ApiPath.of(list)
                    .with("limit", Math.min(limit - entries.size(), PAGE))
                    .with("after", after));
            answer.path(list).forEach(entries::add);
            after = answer.path("next").textValue();
            if (after == null || entries.size() >= limit) {
                return after == null ? whole : whole.put("next", after);
            }
        }
        throw new ApiFailure(ClientExit.FAILURE, "the list of " + list + " does not end");
    }
}
