package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.LegacyCall;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Meta;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.session.SessionState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has said, understood: the operation, the dialect it was said in, and the bytes it was said with, which an
 * equal dialect behind forwards as they are. Immutable but for the bytes, which nobody changes.
 */
public final class Asked {

    private static final Dialect LEGACY = new Legacy();
    private static final Dialect MODERN = new Modern();

    private final Dialect dialect;
    private final Operation operation;
    private final Message message;
    private final @Nullable SessionState session;
    private final Map<String, String> paramHeaders;
    private final byte[] body;

    private Asked(
            Dialect dialect,
            Operation operation,
            Message message,
            @Nullable SessionState session,
            Map<String, String> paramHeaders,
            byte[] body) {
        this.dialect = dialect;
        this.operation = operation;
        this.message = message;
        this.session = session;
        this.paramHeaders = paramHeaders;
        this.body = body;
    }

    public static Asked legacy(LegacyCall call, @Nullable SessionState session, byte[] body) {
        Operation operation = Operations.of(call.method(), call.message().params());
        return new Asked(LEGACY, operation, call.message(), session, Map.of(), body);
    }

    public static Asked modern(ModernCall call, byte[] body) {
        Operation operation = Operations.of(call.method(), call.message().params());
        return new Asked(MODERN, operation, call.message(), null, call.paramHeaders(), body);
    }

    /** By a verb alone, without a message, as only the legacy era has it. */
    public static Asked by(Operation operation, @Nullable SessionState session) {
        return new Asked(LEGACY, operation, Message.NONE, session, Map.of(), new byte[0]);
    }

    public Dialect dialect() {
        return dialect;
    }

    public Operation operation() {
        return operation;
    }

    public Message message() {
        return message;
    }

    public @Nullable RequestId id() {
        return message.id();
    }

    /** The legacy session that it belongs to; absent: to none, or to none that there is. */
    public @Nullable SessionState session() {
        return session;
    }

    /** The session that a plan has required. */
    public SessionState inSession() {
        if (session == null) {
            throw new IllegalStateException("a plan has let a message without its session pass");
        }
        return session;
    }

    /** {@code Mcp-Param-*} by name, encoded. */
    public Map<String, String> paramHeaders() {
        return paramHeaders;
    }

    public @Nullable Meta meta() {
        return message.params().meta();
    }

    /** As the caller sent it: not to be changed. */
    public byte[] body() {
        return body;
    }
}
