package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;

/** The files that token references name. */
public interface ReferencedFiles {

    /** What the file holds, without the white space around it; relative paths refer to the current folder, as there. */
    SecretValue read(String path) throws IOException;

    /** The same path as a manifest in the output folder must name it. */
    String fromOutput(String path);
}
