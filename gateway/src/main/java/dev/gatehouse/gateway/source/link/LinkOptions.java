package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.option.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How this gateway reaches its operator.
 *
 * @param operators where they may be reached: a name may stand for several of them; tried one after the other until one serves
 * @param authorities PEM certificates that the operator's certificate must lead to
 * @param identity what this gateway shows
 * @param name by which the operator lists this replica; of letters, digits and {@code . _ : + -}
 * @param reportEvery how often the operator learns which tokens were used and what was discovered
 */
public record LinkOptions(
        List<HostPort> operators,
        Path authorities,
        TlsFiles identity,
        String name,
        String softwareVersion,
        Duration reportEvery) {

    public static final Duration REPORT_EVERY = Duration.ofSeconds(30);

    public LinkOptions {
        operators = List.copyOf(operators);
    }
}
