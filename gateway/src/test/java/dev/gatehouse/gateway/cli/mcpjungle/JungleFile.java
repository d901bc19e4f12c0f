package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import dev.gatehouse.gateway.cli.manifest.MadeObjects;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A client's or group's file, with single quotes for double ones, imported beside a server called alpha. */
record JungleFile(Map<String, String> environment, Map<String, String> files, IntendedReader target) {

    private static final String ALPHA =
            "{'name': 'alpha', 'transport': 'streamable_http', 'url': 'http://127.0.0.1:1/mcp'}";

    static JungleFile plain() {
        return new JungleFile(Map.of(), Map.of(), IntendedReader.DIRECTORY);
    }

    MadeObjects read(JungleKind kind, String json) {
        var sources = new ArrayList<SourceFile>();
        sources.add(source("alpha.json", ALPHA, JungleKind.SERVER));
        sources.add(source("file.json", json, kind));
        var settings = new ImportSettings("default", target, false, Optional.of(Set.of()));
        return new JungleImporter(settings, environment, new Referenced(files), new SplittableRandom(1))
                .importAll(sources);
    }

    List<Rule> allowed(String entries) {
        MadeObjects made = read(
                JungleKind.CLIENT,
                "{'name': 'c', 'access_token': 'own-token-5f0c2b7e', 'allow_list': " + entries + "}");
        return made.resources().stream()
                .flatMap(resource -> resource instanceof McpClient client ? client.spec().allow().stream() : null)
                .toList();
    }

    List<Rule> grouped(String fields) {
        return read(JungleKind.GROUP, "{'name': 'g', " + fields + "}").resources().stream()
                .flatMap(resource -> resource instanceof McpAllowList list ? list.spec().rules().stream() : null)
                .toList();
    }

    /** Where the token of a client with {@code fields} stands, empty if the client is refused. */
    Optional<TokenSource> token(String fields) {
        return read(JungleKind.CLIENT, "{'name': 'c', " + fields + "}").resources().stream()
                .flatMap(resource -> resource instanceof McpClient client ? client.spec().tokens().stream() : null)
                .findFirst();
    }

    private static SourceFile source(String name, String json, JungleKind kind) {
        return new SourceFile(name, json.replace('\'', '"'), null, kind);
    }

    private record Referenced(Map<String, String> files) implements ReferencedFiles {
        @Override
        public SecretValue read(String path) throws IOException {
            String text = files.get(path);
            if (text == null) {
                throw new NoSuchFileException(path);
            }
            return SecretValue.of(text);
        }

        @Override
        public String fromOutput(String path) {
            return "../" + path;
        }
    }
}
