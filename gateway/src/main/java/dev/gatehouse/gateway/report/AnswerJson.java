package dev.gatehouse.gateway.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.rights.Answer;
import dev.gatehouse.model.rights.Inquiry;
import java.io.PrintWriter;
import java.nio.file.Path;

/** An answer as one JSON document. */
public final class AnswerJson {

    private AnswerJson() {}

    public static void print(AnswerReport report, Path folder, PrintWriter out) {
        Inquiry inquiry = report.inquiry();
        ObjectNode document = JsonReport.object()
                .put("allowed", report.allowed())
                .put("principal", inquiry.principal().toString())
                .put("server", inquiry.server())
                .put(
                        switch (inquiry.kind()) {
                            case TOOLS -> "tool";
                            case PROMPTS -> "prompt";
                            case RESOURCES -> "resource";
                        },
                        inquiry.name());
        if (report.answer() instanceof Answer.Denied denied) {
            document.put("cause", denied.cause().name())
                    .put("message", denied.cause().sentence());
        }
        report.grantedBy().forEach(place -> write(place, document.withArray("/grantedBy")));
        report.exceptedBy().forEach(place -> write(place, document.withArray("/exceptedBy")));
        ArrayNode errors = document.putArray("errors");
        report.errors().forEach(finding -> CheckJson.write(finding, folder, errors.addObject()));
        JsonReport.print(document, out);
    }

    private static void write(AnswerReport.Place place, ArrayNode into) {
        ObjectNode node = into.addObject()
                .put("file", place.file())
                .put("line", place.line())
                .put("column", place.column());
        JsonReport.key(node.putObject("object"), place.rule().object());
        node.put("path", place.rule().path());
        if (place.rule().pattern() != null) {
            node.put("pattern", place.rule().pattern());
        }
    }
}
