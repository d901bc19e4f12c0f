package dev.gatehouse.gateway;

import dev.gatehouse.gateway.source.link.LinkOptions;
import java.nio.file.Path;
import java.time.Duration;

/** Where a gateway's configuration comes from. */
public sealed interface ConfigSource {

    /**
     * A folder of manifests.
     *
     * @param rescanInterval how often the folder is compared with what was read from it, in case a watch event was lost
     */
    record Directory(Path manifests, Duration rescanInterval) implements ConfigSource {
        public static final Duration DEFAULT_RESCAN_INTERVAL = Duration.ofSeconds(2);
    }

    /** The operator of a cluster. */
    record OperatorLink(LinkOptions link) implements ConfigSource {}
}
