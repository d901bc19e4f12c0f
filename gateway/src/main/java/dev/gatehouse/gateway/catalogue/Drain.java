package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the cursors of one list to its end, within bounds. Used once, by one thread. */
final class Drain {

    static final int MAX_PAGES = 100;
    static final int MAX_ITEMS = 10_000;
    private static final int METHOD_NOT_FOUND = -32601;

    sealed interface Result {

        record Complete(Listing listing) implements Result {}

        record Failed(UpstreamFailure failure) implements Result {}
    }

    /** One request of the list, with whatever session and headers it needs. */
    interface Pages {
        UpstreamAnswer page(String method, ObjectNode params, Duration timeout);
    }

    private final ListKind kind;
    private final String serverKey;
    private final Clock clock;
    private final List<CatalogueItem> items = new ArrayList<>();
    private final Set<String> identities = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private final ShownNames leftOut = new ShownNames();
    private long bytes;
    private int dropped;

    Drain(ListKind kind, String serverKey, Clock clock) {
        this.kind = kind;
        this.serverKey = serverKey;
        this.clock = clock;
    }

    Result run(Pages pages, Instant deadline) {
        String cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            Duration left = Duration.between(clock.instant(), deadline);
            if (!left.isPositive()) {
                return new Result.Failed(UpstreamFailure.of(FailureCause.TIMEOUT));
            }
            ObjectNode result;
            switch (pages.page(kind.method().wireName(), params(cursor), left)) {
                case UpstreamAnswer.Answered answered -> result = answered.result();
                case UpstreamFailure.RpcError error
                when error.code() == METHOD_NOT_FOUND && cursors.isEmpty() -> {
                    return complete(); // declares the capability but not this list, as templates often are
                }
                case UpstreamFailure failure -> {
                    return new Result.Failed(failure);
                }
            }
            int known = items.size();
            int droppedBefore = dropped;
            UpstreamFailure objection = take(result);
            if (objection != null) {
                return new Result.Failed(objection);
            }
            cursor = result.path("nextCursor").asText("");
            if (endsTheList(cursor)) {
                dropped = items.size() == known && page > 0 ? droppedBefore : dropped; // the last page once more
                return complete();
            }
        }
        return new Result.Failed(tooLarge(MAX_PAGES + " pages"));
    }

    private static ObjectNode params(@Nullable String cursor) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        return cursor == null ? params : params.put("cursor", cursor);
    }

    /** Servers say so by an empty cursor, too, or by one that they have given before: what was read is the list. */
    private boolean endsTheList(String next) {
        return next.isEmpty() || !cursors.add(next);
    }

    private @Nullable UpstreamFailure take(ObjectNode result) {
        JsonNode next = result.path("nextCursor");
        if (!next.isMissingNode() && !next.isNull() && !next.isTextual()) {
            return bad("its cursor is no text");
        }
        JsonNode list = result.path(kind.member());
        if (list.isNull()) {
            return null; // how some servers spell a list of nothing
        }
        if (!(list instanceof ArrayNode page)) {
            return bad("its answer holds no list of " + kind.member());
        }
        for (JsonNode node : page) {
            CatalogueItem item = node instanceof ObjectNode object ? CatalogueItem.of(kind, serverKey, object) : null;
            if (item == null || !identities.add(item.identity())) {
                dropped++;
                leftOut.add(node.path(kind.key()).asText(""));
                continue;
            }
            items.add(item);
            bytes += item.own().length();
            if (items.size() > MAX_ITEMS || bytes > UpstreamClient.MAX_ANSWER_BYTES) {
                return tooLarge(MAX_ITEMS + " items or 16 MiB");
            }
        }
        return null;
    }

    private Result complete() {
        return new Result.Complete(Listing.of(kind, items, dropped, leftOut.list(), clock.instant()));
    }

    private static UpstreamFailure bad(String fact) {
        return UpstreamFailure.of(FailureCause.BAD_LIST, fact);
    }

    private static UpstreamFailure tooLarge(String bound) {
        return UpstreamFailure.of(FailureCause.TOO_LARGE, "its list has more than " + bound);
    }
}
