package dev.gatehouse.gateway.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.LocatedFinding;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Findings and counts as one JSON document. */
public final class CheckJson {

    private CheckJson() {}

    public static void print(LoadedFolder loaded, Path folder, PrintWriter out) {
        ObjectNode document = JsonReport.object()
                .put("objects", loaded.objects())
                .put("errors", loaded.errors())
                .put("warnings", loaded.warnings());
        var findings = document.putArray("findings");
        loaded.findings().forEach(finding -> write(finding, folder, findings.addObject()));
        JsonReport.print(document, out);
    }

    static void write(LocatedFinding finding, Path folder, ObjectNode into) {
        into.put("file", folder.resolve(finding.at().file()).toString())
                .put("line", finding.at().line())
                .put("column", finding.at().column())
                .put("severity", finding.error() ? "error" : "warning")
                .put("reason", finding.reason());
        if (finding.resource() != null) {
            JsonReport.key(into.putObject("object"), finding.resource());
        }
        if (!finding.path().isEmpty()) {
            into.put("path", finding.path());
        }
        into.put("message", finding.message());
    }
}
