package dev.gatehouse.examples.walkthrough;

/** What a client got for a request. */
sealed interface VisitorsAnswer {

    /** The upstream's answer. */
    record Answered(String text) implements VisitorsAnswer {
        @Override
        public String toString() {
            return text;
        }
    }

    /** The gateway's refusal, in the words in which it would refuse something that does not exist. */
    record Refused(String message) implements VisitorsAnswer {
        @Override
        public String toString() {
            return "refused: " + message;
        }
    }

    default boolean answered() {
        return this instanceof Answered;
    }
}
