package dev.gatehouse.gateway.session;

import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compact binary form of a {@link SessionState}, before it is sealed. */
final class SessionForm {

    /** Changes with the layout: ids of an older gateway then end in a new initialization, not in nonsense. */
    private static final byte LAYOUT = 1;

    private SessionForm() {}

    static byte[] write(SessionState state) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeByte(kind(state.principal().kind()));
            text(out, state.principal().namespace());
            text(out, state.principal().name());
            text(out, state.uid());
            text(out, state.endpoint());
            version(out, state.protocolVersion());
            out.writeLong(state.nonce());
            out.writeLong(state.issuedAt().toEpochMilli());
            out.writeShort(state.upstreamSessions().size());
            List<ServerId> servers = new ArrayList<>(state.upstreamSessions().keySet());
            servers.sort(null);
            for (ServerId server : servers) {
                upstream(out, server, state.upstreamSessions().get(server));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory must be writable", e);
        }
        return bytes.toByteArray();
    }

    /** @return null when the bytes have another layout */
    static @Nullable SessionState read(byte[] form) {
        ByteBuffer in = ByteBuffer.wrap(form);
        try {
            return in.get() == LAYOUT ? read(in) : null;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // authentic, but not written by this version of the gateway
        }
    }

    private static SessionState read(ByteBuffer in) {
        var principal = new PrincipalKey(kind(in.get()), text(in), text(in));
        String uid = text(in);
        String endpoint = text(in);
        String version = version(in);
        long nonce = in.getLong();
        Instant issuedAt = Instant.ofEpochMilli(in.getLong());
        int count = Short.toUnsignedInt(in.getShort());
        Map<ServerId, UpstreamSession> upstreams = HashMap.newHashMap(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            var server = new ServerId(text(in), text(in));
            upstreams.put(server, new UpstreamSession(text(in), version(in)));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("longer than a session");
        }
        return new SessionState(principal, uid, endpoint, version, nonce, upstreams, issuedAt);
    }

    private static int kind(PrincipalKind kind) {
        return switch (kind) {
            case CLIENT -> 'c';
            case USER -> 'u';
        };
    }

    private static PrincipalKind kind(byte written) {
        for (PrincipalKind kind : PrincipalKind.values()) {
            if (kind(kind) == written) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of principal");
    }

    private static void upstream(DataOutputStream out, ServerId server, @Nullable UpstreamSession session)
            throws IOException {
        if (session == null) {
            throw new IllegalStateException("a map lost the key that it gave");
        }
        text(out, server.namespace());
        text(out, server.name());
        text(out, session.id());
        version(out, session.protocolVersion());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xffff) {
            throw new IllegalArgumentException("a text of a session is longer than 64 KiB");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining() + 1)];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void version(DataOutputStream out, String version) throws IOException {
        int index = Versions.LEGACY.indexOf(version);
        if (index < 0) {
            throw new IllegalArgumentException("sessions exist in legacy revisions only");
        }
        out.writeByte(index);
    }

    private static String version(ByteBuffer in) {
        return Versions.LEGACY.get(in.get());
    }
}
