package dev.gatehouse.model.translate;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One folder: {@code in-*.yaml} and perhaps {@code externals.yaml} go in, {@code out-config.json} and {@code
 * out-findings.yaml} come out. A folder whose name begins with {@code cluster-} is judged as in a cluster.
 */
record GoldenCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/translate");
    private static final String CONFIG = "out-config.json";
    private static final String FINDINGS = "out-findings.yaml";
    private static final String EXTERNALS = "externals.yaml";

    static List<GoldenCase> all() throws IOException {
        try (var folders = Files.list(ROOT)) {
            return folders.sorted().map(GoldenCase::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    World world() throws IOException {
        ManifestSet manifests = ManifestSet.of(manifests());
        if (!manifests.findings().isEmpty()) {
            throw new IllegalStateException(name() + " cannot be read: " + manifests.findings());
        }
        return manifests.world(externals());
    }

    Translation translation() throws IOException {
        return new Translator(environment()).translate(world());
    }

    private Environment environment() {
        if (name().startsWith("cluster-without-labels")) {
            return Environment.CLUSTER_WITHOUT_LABELS;
        }
        return name().startsWith("cluster-") ? Environment.CLUSTER : Environment.DIRECTORY;
    }

    String expectedConfig() throws IOException {
        return Files.readString(folder.resolve(CONFIG));
    }

    String expectedFindings() throws IOException {
        return Files.readString(folder.resolve(FINDINGS));
    }

    void update(Translation translation) throws IOException {
        Files.writeString(folder.resolve(CONFIG), GoldenText.config(translation.config()));
        Files.writeString(folder.resolve(FINDINGS), GoldenText.findings(translation.findings()));
    }

    /** Files that no test would ever look at. */
    Set<String> unusedFiles() throws IOException {
        var unused = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> !isInput(file)
                            && !Set.of(CONFIG, FINDINGS, EXTERNALS).contains(file))
                    .forEach(unused::add);
        }
        return unused;
    }

    private static boolean isInput(String file) {
        return file.startsWith("in-") && file.endsWith(".yaml");
    }

    private List<Manifest> manifests() throws IOException {
        var reader = new ManifestReader(name -> null);
        var manifests = new ArrayList<Manifest>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (isInput(file.getFileName().toString())) {
                    manifests.add(reader.read(file.getFileName().toString(), Files.readString(file)));
                }
            }
        }
        return manifests;
    }

    private Map<ExternalRef, SecretValue> externals() throws IOException {
        Path file = folder.resolve(EXTERNALS);
        var externals = new HashMap<ExternalRef, SecretValue>();
        if (Files.exists(file)) {
            Map<String, String> values =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            values.forEach((ref, value) -> externals.put(external(ref), SecretValue.of(value)));
        }
        return externals;
    }

    private static ExternalRef external(String ref) {
        return ref.startsWith("file:")
                ? new ExternalRef.File(ref.substring("file:".length()))
                : new ExternalRef.Env(ref.substring("env:".length()));
    }
}
