package dev.gatehouse.docs;

import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads and translates manifests as the gateway does, in an environment where every variable and file holds a token. */
final class Acceptance {

    private Acceptance() {}

    static Manifest read(String name, String yaml) {
        return new ManifestReader(Acceptance::strong).read(name, yaml);
    }

    /** What is wrong or odd about the manifests taken together, a sentence each. */
    static List<String> findings(List<Manifest> manifests) {
        ManifestSet set = ManifestSet.of(manifests);
        Map<ExternalRef, SecretValue> externals = new HashMap<>();
        set.externals().forEach(ref -> externals.put(ref, SecretValue.of(strong(ref.toString()))));
        return Stream.concat(
                        set.findings().stream().map(Object::toString),
                        new Translator(Environment.DIRECTORY)
                                .translate(set.world(externals)).findings().stream()
                                        .map(Object::toString))
                .toList();
    }

    private static String strong(String name) {
        return "aK7-" + Integer.toHexString(name.hashCode()) + "-q9ZtR2mXw4Lc8VbNs5Hd0PfJ3yUe6GoT";
    }
}
