package dev.gatehouse.model.manifest;

/** Tells whether one word is probably another one mistyped: at most two letters wrong, missing or too many. */
final class Typo {

    private static final int MOST_EDITS = 2;
    private static final int LONGEST = 64;

    private Typo() {}

    static boolean isLikely(String written, String meant) {
        if (meant.length() < 4 || written.length() > LONGEST) {
            return false;
        }
        int[] previous = new int[meant.length() + 1];
        for (int j = 0; j <= meant.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= written.length(); i++) {
            int[] current = new int[meant.length() + 1];
            current[0] = i;
            for (int j = 1; j <= meant.length(); j++) {
                int swap = previous[j - 1] + (written.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[meant.length()] <= MOST_EDITS;
    }
}
