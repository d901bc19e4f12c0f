package dev.gatehouse.model.access;

/**
 * What one rule set says about one server: the union of its entries minus the union of their exceptions.
 *
 * @param wholeServer the first rule that grants everything of the server, {@link NamePatterns#NO_RULE} if none does
 */
public record ServerRules(ServerId server, int wholeServer, NameRules tools, NameRules prompts, NameRules resources) {

    public boolean grantsWholeServer() {
        return wholeServer != NamePatterns.NO_RULE;
    }

    /** Whether anything of the server could be allowed, so that the server may be known to exist. */
    public boolean couldAllowAnything() {
        boolean whole = grantsWholeServer();
        return tools.couldAllow(whole) || prompts.couldAllow(whole) || resources.couldAllow(whole);
    }

    /** Whether all that {@code before} allowed is certainly still allowed. */
    boolean covers(ServerRules before) {
        boolean whole = grantsWholeServer();
        return (whole || !before.grantsWholeServer())
                && tools.covers(before.tools, whole)
                && prompts.covers(before.prompts, whole)
                && resources.coversUris(before.resources, whole);
    }

    /** The first rule of any kind that could allow something; for explanations. */
    int firstRule() {
        int first = grantsWholeServer() ? wholeServer : Integer.MAX_VALUE;
        for (NameRules rules : new NameRules[] {tools, prompts, resources}) {
            for (int rule : rules.granted().exact().values()) {
                first = Math.min(first, rule);
            }
            for (NamePatterns.IndexedGlob glob : rules.granted().globs()) {
                first = Math.min(first, glob.rule());
            }
        }
        return first;
    }
}
