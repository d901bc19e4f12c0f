package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.model.link.ObjectFinding;
import dev.gatehouse.model.link.ObjectFindings;
import java.util.ArrayList;
import java.util.List;

/** What the operator has told of the cluster's objects; while it cannot be reached, what it told last. Thread-safe. */
public final class LinkedFindings implements FindingsSource {

    private volatile List<SourceFinding> current = List.of();

    @Override
    public List<SourceFinding> findings() {
        return current;
    }

    /** Takes the place of what was told before. */
    public void accept(ObjectFindings findings) {
        var next = new ArrayList<SourceFinding>();
        for (ObjectFinding told : findings.told()) {
            next.add(new SourceFinding(
                    told.error(), told.object(), told.reason(), told.path(), told.message(), null, 0));
        }
        if (findings.more() > 0) {
            next.add(SourceFinding.ofAll(
                    false,
                    "There are " + findings.more()
                            + " more findings than are told here; see the statuses of the objects"));
        }
        current = List.copyOf(next);
    }
}
