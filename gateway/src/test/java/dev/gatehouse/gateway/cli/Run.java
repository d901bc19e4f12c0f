package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.GatewayOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of the command within this process; a gateway that it would start is refused after its options are taken. */
record Run(int exitCode, String out, String err, @Nullable GatewayOptions started) {

    static final String REFUSAL = "no gateway in this test";

    static Run gatehouse(Map<String, String> environment, String... arguments) {
        return gatehouse(ProcessContext.ofThisProcess(environment), arguments);
    }

    static Run gatehouse(ProcessContext process, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var started = new AtomicReference<@Nullable GatewayOptions>();
        Launcher launcher = options -> {
            started.set(options);
            throw new IllegalStateException(REFUSAL);
        };
        int exitCode = GatehouseCommand.commandLine(process, launcher, Clock.systemUTC())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString(), started.get());
    }
}
