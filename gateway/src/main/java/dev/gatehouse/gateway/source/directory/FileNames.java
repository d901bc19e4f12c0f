package dev.gatehouse.gateway.source.directory;

/** Which names in the folder mean something. What editors and mounts put beside the real files does not. */
final class FileNames {

    private FileNames() {}

    /** {@code .git}, {@code ..data} of a mounted ConfigMap, {@code .x.yaml.swp}, {@code .#x.yaml}. */
    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Also leaves out {@code x.yaml~}, {@code #x.yaml#} and {@code 4913}, as they end in something else. */
    static boolean isManifest(String name) {
        return !isHidden(name)
                && !name.startsWith("#")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }
}
