package dev.gatehouse.gateway.ledger;

/**
 * Where the rule stands that allowed something.
 *
 * @param ruleSet {@code spec.allow} of the principal, or an allow-list
 * @param index in it
 */
public record GrantingRule(String ruleSet, int index) {

    /** As audit writes it. */
    public String label() {
        return ruleSet + "#" + index;
    }
}
