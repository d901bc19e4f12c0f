package dev.gatehouse.operator;

/** The keys of key-value pairs in log lines: one list, spelt as the gateway spells them. */
public final class LogKeys {

    public static final String ADDRESS = "address";
    public static final String CONFIG_DIGEST = "configDigest";
    public static final String CONFIG_VERSION = "configVersion";
    public static final String COUNT = "count";
    public static final String ISSUER = "issuer";
    public static final String LISTENER = "listener";
    public static final String REASON = "reason";
    public static final String REPLICA = "replica";
    public static final String STEP = "step";

    private LogKeys() {}
}
