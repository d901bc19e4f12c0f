package dev.gatehouse.operator;

/** The keys of key-value pairs in the operator's log lines: one list, so that a field is found under one name. */
public final class OperatorLogKeys {

    public static final String ADDRESS = "address";
    public static final String CONFIG_DIGEST = "configDigest";
    public static final String CONFIG_VERSION = "configVersion";
    public static final String COUNT = "count";
    public static final String DURATION_MICROS = "durationMicros";
    public static final String IDENTITY = "identity";
    public static final String ISSUER = "issuer";
    public static final String KIND = "kind";
    public static final String LEADER = "leader";
    public static final String LISTENER = "listener";
    public static final String NAMESPACE = "namespace";
    public static final String PRINCIPAL = "principal";
    public static final String REASON = "reason";
    public static final String REPLICA = "replica";
    public static final String RESOURCE = "resource";
    public static final String SECRET = "secret";
    public static final String STEP = "step";

    private OperatorLogKeys() {}
}
