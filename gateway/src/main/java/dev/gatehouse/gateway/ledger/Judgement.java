package dev.gatehouse.gateway.ledger;

import dev.gatehouse.model.access.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a request, and on which grounds.
 *
 * @param rule the rule that grants it, where one does
 */
public record Judgement(
        Verdict verdict, Grounds grounds, @Nullable GrantingRule rule) {

    /** Until somebody has decided, the gateway has denied. */
    static final Judgement NONE = denied(Grounds.INTERNAL_ERROR);

    /** Of what the one decision function said. */
    public static Judgement of(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(String ruleSet, int index) ->
                new Judgement(Verdict.ALLOWED, Grounds.RULE, new GrantingRule(ruleSet, index));
            case Decision.Denied(Decision.Reason reason) -> denied(Grounds.of(reason));
        };
    }

    public static Judgement allowed(Grounds grounds) {
        return new Judgement(Verdict.ALLOWED, grounds, null);
    }

    public static Judgement denied(Grounds grounds) {
        return new Judgement(Verdict.DENIED, grounds, null);
    }

    /** Of a list or description, which shows no more than the caller's own view. */
    public static Judgement ownView() {
        return new Judgement(Verdict.FILTERED, Grounds.OWN_VIEW, null);
    }

    public boolean isAllowed() {
        return verdict != Verdict.DENIED;
    }
}
