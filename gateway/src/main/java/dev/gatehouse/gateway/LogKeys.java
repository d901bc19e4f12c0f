package dev.gatehouse.gateway;

/** The keys of key-value pairs in log lines: one list, so that a field is found under one name. */
public final class LogKeys {

    public static final String ADDRESS = "address";
    public static final String BYTES = "bytes";
    public static final String CONFIG_DIGEST = "configDigest";
    public static final String CONFIG_VERSION = "configVersion";
    public static final String COUNT = "count";
    public static final String DETAIL = "detail";
    public static final String DURATION_MICROS = "durationMicros";
    public static final String FILE = "file";
    public static final String ISSUER = "issuer";
    public static final String LINE = "line";
    public static final String LISTENER = "listener";
    public static final String METHOD = "method";
    public static final String NAMES = "names";
    public static final String PATH = "path";
    public static final String REASON = "reason";
    public static final String RESOURCE = "resource";
    public static final String SERVER = "server";

    private LogKeys() {}
}
