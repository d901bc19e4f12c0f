package dev.gatehouse.gateway.report;

import dev.gatehouse.model.rights.Answer;
import dev.gatehouse.model.rights.Inquiry;
import java.io.PrintWriter;
import java.nio.file.Path;

/** An answer for a person: yes or no in the first word, then why and where. */
public final class AnswerText {

    private AnswerText() {}

    public static void print(AnswerReport report, Path folder, PrintWriter out) {
        Inquiry inquiry = report.inquiry();
        switch (report.answer()) {
            case Answer.Allowed _ -> out.println("yes: " + inquiry.principal() + " may " + deed(inquiry));
            case Answer.Denied denied ->
                out.println("no: " + inquiry.principal() + " may not " + deed(inquiry) + ": "
                        + denied.cause().sentence());
        }
        String grant = report.allowed() ? "  granted by " : "  would be granted by ";
        report.grantedBy().forEach(place -> out.println(grant + place(place)));
        report.exceptedBy().forEach(place -> out.println("  excepted by " + place(place)));
        if (!report.errors().isEmpty()) {
            out.println("The folder has " + Count.of(report.errors().size(), "error") + " that may concern this:");
            report.errors().forEach(finding -> out.println("  " + finding.under(folder)));
        }
    }

    private static String deed(Inquiry inquiry) {
        String thing = switch (inquiry.kind()) {
            case TOOLS -> "call the tool ";
            case PROMPTS -> "get the prompt ";
            case RESOURCES -> "read the resource ";
        };
        return thing + Visible.of(inquiry.name()) + " of the server " + Visible.of(inquiry.server());
    }

    private static String place(AnswerReport.Place place) {
        String pattern = place.rule().pattern();
        return place.file() + ":" + place.line() + ": " + place.rule().object() + " "
                + place.rule().path() + (pattern == null ? ", the whole server" : " \"" + Visible.of(pattern) + "\"");
    }
}
