package dev.gatehouse.gateway.cli.client;

import dev.gatehouse.gateway.cli.flag.IntervalFlag;
import dev.gatehouse.gateway.tls.TrustedCa;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say which gateway to ask, and as whom. */
final class ConnectionFlags {

    private static final int MAX_CA_BYTES = 1 << 20;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            converter = GatewayAddress.Converter.class,
            description = "Where the gateway serves (default: ${DEFAULT-VALUE}).")
    private @Nullable GatewayAddress address;

    @Mixin
    private final TokenFlags token;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM certificates that the gateway's must lead to (default: those that Java trusts).")
    private @Nullable Path ca;

    @Option(
            names = "--allow-plain-http",
            description = "Send the token without TLS beyond loopback, because something else protects the way.")
    private boolean allowPlainHttp;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "1m",
            converter = IntervalFlag.class,
            description = "How long to wait for each answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(1);

    ConnectionFlags(InputStream standardInput) {
        token = new TokenFlags(standardInput);
    }

    /** A client that has asked nothing yet; wrong flags are wrong usage. */
    ApiClient open() {
        GatewayAddress gateway = Objects.requireNonNull(address, "picocli applies the default");
        if (!gateway.isEncrypted() && !gateway.isLoopback() && !allowPlainHttp) {
            throw wrong("the token would travel in the clear to " + gateway + ": use https, or say --allow-plain-http");
        }
        return new ApiClient(gateway, token.read(commandLine()), trust(), timeout);
    }

    boolean readsStandardInput() {
        return token.readsStandardInput(commandLine());
    }

    private SSLContext trust() {
        try {
            return TrustedCa.context(ca == null ? null : SecretValue.of(InputFile.read(ca, MAX_CA_BYTES)));
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("--ca: " + ca + " cannot be used: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command, "the command line is not parsed yet")
                .commandLine();
    }
}
