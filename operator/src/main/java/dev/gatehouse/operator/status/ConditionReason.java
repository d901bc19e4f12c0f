package dev.gatehouse.operator.status;

import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.translate.Reason;

/** Why a condition has its status, in one word. Programs match on it, so there is no other than these. */
public sealed interface ConditionReason {

    /** As a status spells it. */
    String text();

    /** It is True and there is nothing else to say: the word is the condition's own name. */
    record Met(ConditionType condition) implements ConditionReason {
        @Override
        public String text() {
            return condition.text();
        }
    }

    /** Something in what is declared has to be put right. */
    record Mistake(Reason reason) implements ConditionReason {
        @Override
        public String text() {
            return reason.text();
        }
    }

    /** What no mistake has led to. */
    enum Course implements ConditionReason {
        /** The operator or a gateway is about to take it over; nobody need do anything. */
        PENDING("Pending"),
        /** Nobody enforces anything, and has not for a while. */
        NO_GATEWAYS("NoGateways"),
        /** As the object asks. */
        SUSPENDED("Suspended");

        private final String text;

        Course(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
