package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.gateway.LogKeys;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs findings when they come and go, not at every look. Used by one thread. */
final class FindingLog {

    private static final Logger LOG = LoggerFactory.getLogger(FindingLog.class);

    /** A folder full of mistakes must not flood the log. */
    private static final int AT_ONCE = 50;

    private List<LocatedFinding> last = List.of();

    void report(List<LocatedFinding> now) {
        if (now.equals(last)) {
            return;
        }
        Set<LocatedFinding> before = new HashSet<>(last);
        List<LocatedFinding> fresh =
                now.stream().filter(finding -> !before.contains(finding)).toList();
        fresh.stream().limit(AT_ONCE).forEach(FindingLog::log);
        if (fresh.size() > AT_ONCE) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.COUNT, fresh.size() - AT_ONCE)
                    .log("There are more findings; gatehouse check lists them all");
        }
        if (now.isEmpty()) {
            LOG.atInfo().log("All findings are resolved");
        }
        last = now;
    }

    private static void log(LocatedFinding finding) {
        var line = LOG.atLevel(finding.error() ? Level.ERROR : Level.WARN)
                .addKeyValue(LogKeys.FILE, finding.at().file())
                .addKeyValue(LogKeys.LINE, finding.at().line());
        if (finding.resource() != null) {
            line = line.addKeyValue(LogKeys.RESOURCE, finding.resource());
        }
        if (!finding.path().isEmpty()) {
            line = line.addKeyValue(LogKeys.PATH, finding.path());
        }
        line.log(finding.message());
    }
}
