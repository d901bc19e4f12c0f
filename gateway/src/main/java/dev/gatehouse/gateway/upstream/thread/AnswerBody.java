package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the body of an upstream's answer turned out to be. */
sealed interface AnswerBody {

    /** @param message a JSON object, or null where there was none */
    record Read(@Nullable ObjectNode message) implements AnswerBody {}

    /** More than {@link UpstreamClient#MAX_ANSWER_BYTES}. */
    record TooLarge() implements AnswerBody {}

    /** An event stream that ended without the answer. */
    record StreamEnded() implements AnswerBody {}
}
