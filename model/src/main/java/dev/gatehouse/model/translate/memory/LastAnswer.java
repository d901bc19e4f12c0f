package dev.gatehouse.model.translate.memory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last answer to a question, good for as long as the question is the same instance. Nothing is remembered of a question
 * whose answer failed. Not thread-safe.
 *
 * @param <Q> whatever keeps its instance while it has not changed
 */
public final class LastAnswer<Q, A> {

    private @Nullable Q question;
    private @Nullable A answer;

    /** The answer to {@code next}; one that equals the last is the last one's instance. */
    @SuppressWarnings("ReferenceEquality") // what has not changed keeps its instance
    public A to(Q next, Function<? super Q, ? extends A> ask) {
        A last = answer;
        if (last != null && question == next) {
            return last;
        }
        A fresh = ask.apply(next);
        A kept = last != null && fresh.equals(last) ? last : fresh;
        answer = kept;
        question = next;
        return kept;
    }
}
