package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.Range;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings on one resource, or on a part that several resources share, while it is judged. */
final class Verdict {

    private final List<Draft> drafts = new ArrayList<>();

    /** A finding before it is known whose it is. */
    record Draft(String path, Reason reason, String message) {

        Finding on(ResourceKey resource) {
            return new Finding(resource, path, reason, message);
        }
    }

    void add(String path, Reason reason, String message) {
        drafts.add(new Draft(path, reason, message));
    }

    void invalid(String path, String message) {
        add(path, Reason.INVALID, message);
    }

    /** Says that what stands at {@code path} is not as {@code sentence}, which goes on from there, says it must be. */
    void require(boolean met, String path, String sentence) {
        if (!met) {
            invalid(path, path + " " + sentence + ".");
        }
    }

    void require(Syntax syntax, String text, String path) {
        require(syntax.isMetBy(text), path, syntax.sentence());
    }

    /** A number that is absent is nobody's mistake. */
    void require(Range range, @Nullable Number number, String path) {
        require(number == null || range.holds(number.longValue()), path, range.sentence());
    }

    void warn(String path, String message) {
        add(path, Reason.WARNING, message);
    }

    /** Whether something makes the whole resource unacceptable. */
    boolean isInvalid() {
        return drafts.stream().anyMatch(draft -> draft.reason() == Reason.INVALID);
    }

    boolean hasErrors() {
        return drafts.stream().anyMatch(draft -> draft.reason() != Reason.WARNING);
    }

    List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    List<Finding> on(ResourceKey resource) {
        return drafts.stream().map(draft -> draft.on(resource)).toList();
    }
}
