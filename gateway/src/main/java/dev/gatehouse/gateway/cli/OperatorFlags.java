package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.BuildVersion;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.option.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags of a gateway whose configuration comes from an operator. */
final class OperatorFlags {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:+-]{1,253}");

    @Option(
            names = "--operator",
            paramLabel = "HOST:PORT",
            split = ",",
            converter = HostPortFlag.class,
            description = "The operator that decides, instead of a folder; several with commas.")
    private @Nullable List<HostPort> operators;

    @Option(
            names = "--operator-ca",
            paramLabel = "FILE",
            description = "PEM certificates that the operator's must lead to; re-read when they change.")
    private @Nullable Path authorities;

    @Option(
            names = "--operator-cert",
            paramLabel = "FILE",
            description = "PEM certificate that this gateway shows to the operator; re-read when it changes.")
    private @Nullable Path certificate;

    @Option(names = "--operator-key", paramLabel = "FILE", description = "PEM private key for --operator-cert.")
    private @Nullable Path key;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Under which the operator lists this replica (default: the host's name).")
    private @Nullable String name;

    boolean areAbsent() {
        return operators == null;
    }

    /** @param wrong makes the complaint about what is missing */
    LinkOptions options(Function<String, ParameterException> wrong) {
        if (operators == null || authorities == null || certificate == null || key == null) {
            throw wrong.apply("--operator needs --operator-ca, --operator-cert and --operator-key as well");
        }
        if (operators.stream().anyMatch(operator -> operator.port() == 0)) {
            throw wrong.apply("--operator: nobody can be reached at port 0; give the one that the operator listens on");
        }
        String replica = name == null ? hostName() : name;
        if (replica == null || !NAME.matcher(replica).matches()) {
            throw wrong.apply("--name: give letters, digits and . _ : + - only, at most 253 of them");
        }
        return new LinkOptions(
                operators,
                authorities,
                new TlsFiles(certificate, key),
                replica,
                BuildVersion.read(),
                LinkOptions.REPORT_EVERY);
    }

    private static @Nullable String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
