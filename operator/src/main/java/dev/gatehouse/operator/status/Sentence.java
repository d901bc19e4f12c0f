package dev.gatehouse.operator.status;

import dev.gatehouse.model.translate.Finding;
import java.util.List;

/** Text for people, of bounded length: what users write comes back in it. */
final class Sentence {

    static final int LONGEST = 1024;

    private Sentence() {}

    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The first mistake, and how many more there are. */
    static String of(List<Finding> mistakes) {
        String first = mistakes.getFirst().message();
        int more = mistakes.size() - 1;
        return bounded(more == 0 ? first : first + " (And " + more + " more.)");
    }
}
