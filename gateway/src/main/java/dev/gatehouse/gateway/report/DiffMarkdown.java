package dev.gatehouse.gateway.report;

import dev.gatehouse.gateway.source.directory.LocatedFinding;
import dev.gatehouse.model.access.PrincipalKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A difference of rights as a comment on a pull request: what widens is bold and comes first. Names of others stand in code
 * spans that they cannot end. Bounded, as forges refuse long comments.
 */
public final class DiffMarkdown {

    private static final int MOST_GROUPS = 40;
    private static final int MOST_NAMED = 5;
    private static final int MOST_SENTENCES = 20;
    private static final int LONGEST_NAME = 300;

    private static final ChangeSentences SENTENCES = new ChangeSentences(DiffMarkdown::code);

    private DiffMarkdown() {}

    public static void print(DiffReport report, PrintWriter out) {
        out.println("### Gatehouse: " + DiffText.verdict(report));
        List<DiffReport.Group> groups = report.groups();
        for (DiffReport.Group group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            out.println();
            out.println(principals(group) + ":");
            print(SENTENCES.of(group.change()), out);
        }
        if (groups.size() > MOST_GROUPS) {
            out.println();
            out.println(
                    "… and " + Count.of(groups.size() - MOST_GROUPS, "other change") + "; `gatehouse diff` names all.");
        }
        if (!report.diff().servers().isEmpty()) {
            out.println();
            out.println("Servers:");
            print(report.diff().servers().stream().map(SENTENCES::of).toList(), out);
        }
        if (!report.errors().isEmpty()) {
            out.println();
            out.println("Errors, behind which more rights may stand:");
            print(report.errors().stream().map(DiffMarkdown::error).toList(), out);
        }
    }

    private static void print(List<ChangeSentences.Sentence> sentences, PrintWriter out) {
        out.println();
        sentences.stream()
                .limit(MOST_SENTENCES)
                .forEach(sentence -> out.println("- " + (sentence.widens() ? "**widens** – " : "") + sentence.text()));
        if (sentences.size() > MOST_SENTENCES) {
            out.println("- … and " + Count.of(sentences.size() - MOST_SENTENCES, "other"));
        }
    }

    private static String principals(DiffReport.Group group) {
        int more = group.principals().size() - MOST_NAMED;
        return group.principals().stream()
                        .limit(MOST_NAMED)
                        .map(PrincipalKey::toString)
                        .map(DiffMarkdown::code)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Count.of(more, "other") : "");
    }

    private static ChangeSentences.Sentence error(LocatedFinding finding) {
        return new ChangeSentences.Sentence(
                false,
                code(finding.at().file() + ":" + finding.at().line()) + " "
                        + code(finding.subject() + finding.message()));
    }

    /** A code span ends with as many backticks as it begins with; more of them than {@code text} has in a row. */
    static String code(String text) {
        String shown = Visible.of(text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text);
        int run = 0;
        int longest = 0;
        for (int i = 0; i < shown.length(); i++) {
            run = shown.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean padded = shown.startsWith("`") || shown.endsWith("`") || shown.isBlank();
        return padded ? fence + " " + shown + " " + fence : fence + shown + fence;
    }
}
