package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which eras the aggregate names to one caller: those in which all that the caller may see can be served; if there is none,
 * the one that shows most. It exists because eras are not bridged: a caller that is led into the wrong one sees nothing.
 *
 * <p>Where both show as many, the modern one is named: only callers that prefer it ask, it survives restarts, and callers that
 * know no other than the legacy one never ask. Where nothing is known yet, the legacy one: every caller of today can go
 * back to it, and none can be called forward.
 *
 * @param named never empty
 * @param known how many of the visible servers are known to speak some era
 * @param unseen for each era, the visible servers that are known not to speak it, in the order of their keys
 */
public record EraClaim(Set<Era> named, int known, Map<Era, List<UpstreamServer>> unseen) {

    public EraClaim {
        named = Set.copyOf(named);
        unseen = Map.copyOf(unseen);
    }

    /**
     * @param visible what the caller may know of, in the order of their keys
     * @param spoken what is known of a server; null: nothing, so that it counts for no era and against none
     */
    static EraClaim of(List<UpstreamServer> visible, Function<UpstreamServer, @Nullable Eras> spoken) {
        int known = 0;
        Map<Era, List<UpstreamServer>> unseen = new EnumMap<>(Era.class);
        for (Era era : Era.values()) {
            unseen.put(
                    era,
                    visible.stream()
                            .filter(server -> lacks(spoken.apply(server), era))
                            .toList());
        }
        for (UpstreamServer server : visible) {
            known += spoken.apply(server) == null ? 0 : 1;
        }
        return new EraClaim(named(visible.size(), known, unseen), known, unseen);
    }

    private static boolean lacks(@Nullable Eras spoken, Era era) {
        return spoken != null && !spoken.speaks(era);
    }

    private static Set<Era> named(int visible, int known, Map<Era, List<UpstreamServer>> unseen) {
        if (visible > 0 && known == 0) {
            return Set.of(Era.LEGACY);
        }
        int legacy = size(unseen, Era.LEGACY);
        int modern = size(unseen, Era.MODERN);
        Set<Era> whole = EnumSet.noneOf(Era.class);
        if (legacy == 0) {
            whole.add(Era.LEGACY);
        }
        if (modern == 0) {
            whole.add(Era.MODERN);
        }
        if (whole.isEmpty()) {
            whole.add(modern <= legacy ? Era.MODERN : Era.LEGACY);
        }
        return whole;
    }

    private static int size(Map<Era, ? extends Collection<?>> unseen, Era era) {
        Collection<?> servers = unseen.get(era);
        return servers == null ? 0 : servers.size();
    }

    public boolean names(Era era) {
        return named.contains(era);
    }

    /**
     * Whether requests of the era are answered at all: not where it would show nothing while the other shows something. A
     * caller that asks without being sent, as it knows no other era, is served what there is.
     */
    public boolean serves(Era era) {
        return known == 0 || unseenIn(era).size() < known;
    }

    /** The servers that callers of the era do not see. */
    public List<UpstreamServer> unseenIn(Era era) {
        return unseen.getOrDefault(era, List.of());
    }

    /** What {@code server/discover} and the refusal of a version tell, newest first. */
    public List<String> versions() {
        return Versions.SUPPORTED.stream()
                .filter(version -> names(Versions.isLegacy(version) ? Era.LEGACY : Era.MODERN))
                .toList();
    }
}
