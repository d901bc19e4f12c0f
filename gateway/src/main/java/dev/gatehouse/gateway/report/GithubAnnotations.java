package dev.gatehouse.gateway.report;

import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.LocatedFinding;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request. What a manifest says must
 * not end a command and begin another one, so that properties and messages are escaped as
 * <a href="https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts">its own toolkit</a> does.
 */
public final class GithubAnnotations {

    private GithubAnnotations() {}

    public static void print(LoadedFolder loaded, Path folder, PrintWriter out) {
        loaded.findings().forEach(finding -> out.println(command(finding, folder)));
        out.println(CheckText.counts(loaded));
    }

    static String command(LocatedFinding finding, Path folder) {
        return (finding.error() ? "::error" : "::warning")
                + " file=" + property(folder.resolve(finding.at().file()).toString())
                + ",line=" + finding.at().line()
                + ",col=" + finding.at().column()
                + ",title=" + property(finding.reason())
                + "::" + data(finding.subject() + finding.message());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
