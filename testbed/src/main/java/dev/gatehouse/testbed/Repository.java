package dev.gatehouse.testbed;

import java.nio.file.Files;
import java.nio.file.Path;

/** This repository's checkout, found from wherever inside it the process runs. */
public final class Repository {

    private Repository() {}

    /** The folder or file at {@code path}, which is relative to the root. */
    public static Path resolve(String path) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("hack/envtest"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run this inside a checkout of Gatehouse.");
        }
        return folder.resolve(path);
    }
}
