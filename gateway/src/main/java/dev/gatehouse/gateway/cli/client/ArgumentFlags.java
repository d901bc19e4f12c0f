package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments of a tool, one by one or as JSON; what is given one by one replaces what the JSON says. */
final class ArgumentFlags {

    private static final int MAX_JSON_BYTES = 8 << 20;

    @Option(
            names = "--arg",
            paramLabel = "NAME=VALUE",
            description = "One argument, of the type that the tool's schema says; may be repeated.")
    private Map<String, String> texts = new LinkedHashMap<>();

    @Option(names = "--json", paramLabel = "OBJECT", description = "The arguments as a JSON object.")
    private @Nullable String json;

    @Option(
            names = "--json-file",
            paramLabel = "FILE|-",
            description = "A file with that object; - reads it from standard input.")
    private @Nullable Path file;

    private final InputStream standardInput;

    ArgumentFlags(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    boolean readStandardInput() {
        return InputFile.STANDARD_INPUT.equals(file);
    }

    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** @throws IllegalArgumentException when what was given is no JSON object */
    ObjectNode json() {
        if (json != null && file != null) {
            throw new IllegalArgumentException("give --json or --json-file, not both");
        }
        if (json != null) {
            return object("--json", json.getBytes(StandardCharsets.UTF_8));
        }
        return file == null ? JsonNodeFactory.instance.objectNode() : object("--json-file", content(file));
    }

    private byte[] content(Path source) {
        try {
            return InputFile.read(source, standardInput, MAX_JSON_BYTES);
        } catch (IOException e) {
            throw new IllegalArgumentException("--json-file: " + source + ": " + e.getMessage(), e);
        }
    }

    private static ObjectNode object(String flag, byte[] text) {
        ObjectNode object = BoundedJson.object(text);
        if (object == null) {
            throw new IllegalArgumentException(flag + ": it is not a JSON object such as {\"city\": \"Oslo\"}");
        }
        return object;
    }
}
