package dev.gatehouse.model.resource.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a status within what the CRD takes: one that grows too large must not keep the rest from being written. */
final class Bounded {

    static final int MOST_CONDITIONS = 8;
    static final int MOST_TOKENS = 16;
    static final int MOST_SERVERS = 1_000;
    static final int MOST_REPLICAS = 1_000;
    static final int MOST_WARNINGS = 32;
    static final int LONGEST_SENTENCE = 1_024;
    static final int LONGEST_NAME = 253;

    private Bounded() {}

    /** The first {@code most} of {@code entries}. */
    static <E> List<E> list(@Nullable List<E> entries, int most) {
        if (entries == null) {
            return List.of();
        }
        return List.copyOf(entries.size() > most ? entries.subList(0, most) : entries);
    }

    static List<String> sentences(@Nullable List<String> sentences) {
        return list(sentences, MOST_WARNINGS).stream().map(Bounded::sentence).toList();
    }

    static String sentence(String text) {
        return text.length() <= LONGEST_SENTENCE ? text : text.substring(0, LONGEST_SENTENCE - 1) + "…";
    }
}
