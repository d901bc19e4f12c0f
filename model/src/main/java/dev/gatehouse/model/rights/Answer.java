package dev.gatehouse.model.rights;

import java.util.List;

/** The answer to an {@link Inquiry}. */
public sealed interface Answer {

    /** @param by the rule that grants it; empty only for a rule set that cannot be found any more */
    record Allowed(List<RulePlace> by) implements Answer {
        public Allowed {
            by = List.copyOf(by);
        }
    }

    /**
     * @param by what would grant it
     * @param exceptedBy what takes it away, for {@link Cause#EXCEPTED}
     */
    record Denied(Cause cause, List<RulePlace> by, List<RulePlace> exceptedBy) implements Answer {
        public Denied {
            by = List.copyOf(by);
            exceptedBy = List.copyOf(exceptedBy);
        }
    }

    /** Why not. */
    enum Cause {
        UNKNOWN_PRINCIPAL("there is no such principal here"),
        PRINCIPAL_REFUSED("the principal is refused for a mistake in its manifest"),
        PRINCIPAL_SUSPENDED("the principal is suspended"),
        NO_USABLE_TOKEN("no token of the principal authenticates now"),
        UNKNOWN_SERVER("there is no server under this key"),
        SERVER_SUSPENDED("the server is suspended"),
        SERVER_REFUSED("the server is refused for a mistake in its manifest"),
        NOT_GRANTED("no rule grants it"),
        EXCEPTED("an exception takes it away"),
        AMBIGUOUS_URI(
                "the URI can be read in two ways, so that only its exact text or a grant of everything allows it");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
