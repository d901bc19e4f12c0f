package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an answer of the management API in the form that was asked for. */
final class OutputFlag {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json is what the management API says.")
    private OutputFormat format = OutputFormat.TEXT;

    /** @param text the form for people, already harmless for a terminal; made only when it is wanted */
    void print(JsonNode answer, Supplier<String> text) {
        String form = switch (format) {
            case TEXT -> text.get();
            case JSON -> PrettyJson.of(answer);
        };
        PrintWriter out = spec().commandLine().getOut();
        out.print(form);
        if (!form.isEmpty() && !form.endsWith("\n")) {
            out.println();
        }
        out.flush();
    }

    /** A remark that is no part of the answer. */
    void remark(String sentence) {
        PrintWriter err = spec().commandLine().getErr();
        err.println(SafeText.line(sentence));
        err.flush();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(command, "the command line is not parsed yet");
    }
}
