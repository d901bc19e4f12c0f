package dev.gatehouse.gateway.upstream.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.FailureCause.Stage;
import dev.gatehouse.gateway.upstream.Initialization;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;

/**
 * What an upstream said to a question of each era, and what follows from it. It is modern when it answers {@code
 * server/discover} naming 2026-07-28 (an answer alone proves nothing: some legacy servers give one too), legacy when
 * {@code initialize} succeeds, and it may be both.
 */
record ProbeAnswers(Initialization opened, UpstreamAnswer discovered) {

    /** The eras, or the failure of the two that tells more. */
    EraFinding finding() {
        boolean modern = discovered instanceof UpstreamAnswer.Answered(var result)
                && namesModern(result.path("supportedVersions"));
        return switch (opened) {
            case Initialization.Initialized _ -> new Eras(true, modern);
            case UpstreamFailure failure -> modern ? new Eras(false, true) : moreTelling(failure);
        };
    }

    /** Whether the other era may only have been missed. */
    boolean isDoubtful() {
        return switch (discovered) {
            case UpstreamAnswer.Answered _ -> !(opened instanceof Initialization.Initialized);
            case UpstreamFailure failure -> failure.cause().stage() != Stage.ANSWERED;
        };
    }

    private UpstreamFailure moreTelling(UpstreamFailure opening) {
        UpstreamFailure legacy = plain(opening);
        UpstreamFailure modern = switch (discovered) {
            case UpstreamAnswer.Answered _ -> UpstreamFailure.of(FailureCause.NO_ERA);
            case UpstreamFailure failure -> plain(failure);
        };
        return modern.cause().compareTo(legacy.cause()) < 0 ? modern : legacy;
    }

    /** Who does not know the question of an era does not speak it, and is not in trouble. */
    private static UpstreamFailure plain(UpstreamFailure failure) {
        return failure instanceof UpstreamFailure.RpcError(int code, String _) && code == JsonRpcCode.METHOD_NOT_FOUND
                ? UpstreamFailure.of(FailureCause.NO_ERA)
                : failure;
    }

    private static boolean namesModern(JsonNode versions) {
        for (JsonNode version : versions) {
            if (version.isTextual() && version.textValue().equals(Versions.MODERN)) {
                return true;
            }
        }
        return false;
    }
}
