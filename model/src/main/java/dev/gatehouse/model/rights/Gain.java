package dev.gatehouse.model.rights;

import java.util.List;

/** What is allowed by some rules and not by others, of one sort of thing of one server. */
sealed interface Gain {

    /** Nothing, for all names there are. */
    record Nothing() implements Gain {}

    /**
     * @param patterns those of the rules that bring something new, in their order; empty if only lifted exceptions do
     * @param example a name that is new, judged so by the decider
     */
    record Something(List<String> patterns, String example) implements Gain {
        public Something {
            patterns = List.copyOf(patterns);
        }
    }

    /** Perhaps: the proof of the contrary was not found within its bounds. */
    record Unknown() implements Gain {}
}
