package dev.gatehouse.gateway.report;

import dev.gatehouse.gateway.source.directory.LoadedFolder;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Findings as compilers print them, one a line, and the counts. */
public final class CheckText {

    private CheckText() {}

    public static void print(LoadedFolder loaded, Path folder, PrintWriter out) {
        loaded.findings().forEach(finding -> out.println(finding.under(folder)));
        out.println(counts(loaded));
    }

    static String counts(LoadedFolder loaded) {
        return Count.of(loaded.objects(), "object") + ", " + Count.of(loaded.errors(), "error") + ", "
                + Count.of(loaded.warnings(), "warning");
    }
}
