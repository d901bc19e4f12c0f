package dev.gatehouse.gateway.report;

import dev.gatehouse.model.access.PrincipalKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A difference of rights for a terminal. What widens is marked with {@code +}, all else with {@code -}. */
public final class DiffText {

    private static final int MOST_NAMED = 10;

    private static final ChangeSentences SENTENCES = new ChangeSentences(DiffText::quote);

    private DiffText() {}

    public static void print(DiffReport report, PrintWriter out) {
        for (DiffReport.Group group : report.groups()) {
            out.println(group.principals().stream()
                            .limit(MOST_NAMED)
                            .map(PrincipalKey::toString)
                            .collect(Collectors.joining(", "))
                    + more(group.principals().size() - MOST_NAMED));
            SENTENCES.of(group.change()).forEach(sentence -> print(sentence, out));
        }
        if (!report.diff().servers().isEmpty()) {
            out.println("servers");
            report.diff().servers().forEach(change -> print(SENTENCES.of(change), out));
        }
        if (!report.errors().isEmpty()) {
            out.println("errors in " + report.now() + ", behind which more rights may stand");
            report.errors().forEach(error -> out.println("  ! " + error.under(Path.of(report.now()))));
        }
        out.println(verdict(report));
    }

    /** The first and last word on it. */
    static String verdict(DiffReport report) {
        String errors = report.errors().isEmpty()
                ? ""
                : " " + Count.of(report.errors().size(), "error") + " in " + report.now() + " may hide more.";
        String before = report.errorsBefore() == 0
                ? ""
                : " What " + Count.of(report.errorsBefore(), "error") + " in " + report.before()
                        + " refused counts as not there.";
        if (report.diff().isEmpty()) {
            return "Nothing changes." + errors + before;
        }
        return (report.diff().widens() ? "Rights widen." : "No rights widen.") + errors + before;
    }

    private static void print(ChangeSentences.Sentence sentence, PrintWriter out) {
        out.println((sentence.widens() ? "  + " : "  - ") + sentence.text());
    }

    private static String more(int number) {
        return number > 0 ? " and " + Count.of(number, "other") : "";
    }

    /** A terminal obeys control characters. */
    private static String quote(String text) {
        return Visible.of(text);
    }
}
