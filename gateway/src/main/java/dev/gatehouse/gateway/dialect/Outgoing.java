package dev.gatehouse.gateway.dialect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import org.jspecify.annotations.Nullable;

/** What an upstream of the caller's own era is told: the caller's bytes with what has to change spliced in. */
public final class Outgoing {

    private final DeclaredCapabilities capabilities = new DeclaredCapabilities(new ObjectMapper());

    /** The bytes of a targeted message, with the server's own name where the caller's stood. */
    public SplicedBody body(Asked asked, Target target) {
        SplicedBody renamed = renamed(target);
        return switch (asked.dialect()) {
            case Legacy _ -> renamed;
            case Modern _ -> capabilities.trim(renamed, asked.meta(), asked.body());
        };
    }

    /** The server's own name where the caller's stood. */
    public static SplicedBody renamed(Target target) {
        Text rename = target.rename();
        return rename == null ? SplicedBody.unchanged() : SplicedBody.of(rename, target.ownName());
    }

    /** The head of a message of 2026-07-28, generated from what was authorised. */
    public static CallHead modern(Asked asked, @Nullable Target target) {
        String mirrored = target == null || isCompletion(asked.operation()) ? null : target.ownName();
        return CallHead.modern(MirroredHeaders.of(asked.message(), mirrored), asked.paramHeaders());
    }

    public static CallHead legacy(UpstreamSession session) {
        return CallHead.post(session);
    }

    private static boolean isCompletion(Operation operation) {
        return operation instanceof Operation.CompletePrompt || operation instanceof Operation.CompleteTemplate;
    }
}
