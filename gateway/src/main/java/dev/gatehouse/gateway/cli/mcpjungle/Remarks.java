package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.manifest.Remark;
import java.util.ArrayList;
import java.util.List;

/** Collects what an import has to say. Not thread-safe. */
final class Remarks {

    private final List<Remark> all = new ArrayList<>();

    void error(SourceLine at, String message) {
        all.add(Remark.error(at.toString(), message));
    }

    void warn(SourceLine at, String message) {
        all.add(Remark.warning(at.toString(), message));
    }

    List<Remark> all() {
        return List.copyOf(all);
    }
}
