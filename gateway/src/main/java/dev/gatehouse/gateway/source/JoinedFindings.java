package dev.gatehouse.gateway.source;

import java.util.ArrayList;
import java.util.List;

/** What two know, the first one's first. */
public record JoinedFindings(FindingsSource first, FindingsSource second) implements FindingsSource {

    @Override
    public List<SourceFinding> findings() {
        var all = new ArrayList<>(first.findings());
        all.addAll(second.findings());
        return all;
    }
}
