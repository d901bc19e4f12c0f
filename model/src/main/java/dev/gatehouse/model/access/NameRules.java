package dev.gatehouse.model.access;

/** What one rule set grants and takes away of one sort (tools, prompts or resources) of one server. */
public record NameRules(NamePatterns granted, NamePatterns excepted) {

    public static final NameRules NONE = new NameRules(NamePatterns.NONE, NamePatterns.NONE);

    /** Whether any name at all could pass, given whether a rule grants the whole server. May say yes too often. */
    public boolean couldAllow(boolean wholeServer) {
        if (wholeServer && !excepted.matchesEverything()) {
            return true;
        }
        return granted.exact().keySet().stream().anyMatch(name -> !excepted.covers(name))
                || granted.globs().stream()
                        .anyMatch(candidate -> !excepted.covers(candidate.glob().pattern()));
    }

    /**
     * Whether all the URIs that {@code before} allowed are certainly still allowed. An ambiguous one counts as allowed only
     * by what may allow it.
     */
    boolean coversUris(NameRules before, boolean wholeServer) {
        if (!covers(before, wholeServer)) {
            return false;
        }
        boolean everything = excepted.isEmpty() && (wholeServer || granted.matchesEverything());
        return everything
                || before.granted.exact().keySet().stream()
                        .allMatch(uri -> granted.exactRule(uri) != NamePatterns.NO_RULE
                                || !ResourceUri.of(uri).ambiguous());
    }

    /** Whether all that {@code before} allowed is certainly still allowed. */
    boolean covers(NameRules before, boolean wholeServer) {
        return (wholeServer || granted.covers(before.granted)) && before.excepted.covers(excepted);
    }
}
