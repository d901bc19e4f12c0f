package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.traffic.WireDialect;
import java.net.InetSocketAddress;

/** One thing that callers can be pointed at. */
public record MeasuredTarget(String name, WireDialect dialect, ServerProcess process) implements AutoCloseable {

    public static final String DIRECT = "direct";
    public static final String NGINX = "nginx";
    public static final String TUNED_NGINX = "nginx tuned";
    public static final String STOCK_PROXY = "ProxyHandler";
    public static final String GATEHOUSE = "Gatehouse";

    public InetSocketAddress address() {
        return process.address();
    }

    /** Whether it needs load before it runs at its usual speed; the upstream gets it from whatever stands before it. */
    public boolean warmsUp() {
        return name.equals(STOCK_PROXY) || name.equals(GATEHOUSE);
    }

    @Override
    public void close() {
        process.close();
    }
}
