package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A judge of events with everything around it, and what came out so far. */
final class Courtroom {

    static final String NOTICE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"data\":\"%s\"}}";
    static final String SECRET =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/secret\",\"params\":{\"data\":\"%s\"}}";

    private final ScannerPool scanners =
            new ScannerPool(() -> MessageScanner.ofUpstream(ScanLimits.DEFAULT.withBytes(1 << 20)));
    private final List<String> unreadable = new ArrayList<>();
    private final List<ByteBuffer> passed = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final EventJudge judge;

    private Courtroom(int maxEventBytes, boolean keepsIds, Function<Message, Ruling> law) {
        judge = new EventJudge(maxEventBytes, keepsIds, scanners, new EventRules() {
            @Override
            public Ruling judge(Message message) {
                return law.apply(message);
            }

            @Override
            public void unreadable(Refusal refusal) {
                unreadable.add(refusal.grounds());
            }
        });
    }

    /** Everything passes but {@link #SECRET}. */
    static Courtroom usual() {
        return of(1 << 20, false);
    }

    static Courtroom of(int maxEventBytes, boolean keepsIds) {
        return new Courtroom(maxEventBytes, keepsIds, Courtroom::ruling);
    }

    static Courtroom rewriting(SplicedBody change) {
        return new Courtroom(1 << 20, false, message -> new Ruling.Rewrite(change));
    }

    static Ruling ruling(Message message) {
        return Ruling.passIf(!message.method().equals("notifications/secret"));
    }

    /** What passes of the chunk, as it was handed out. */
    List<ByteBuffer> feed(ByteBuffer chunk) {
        passed.clear();
        if (!judge.feed(chunk, passed)) {
            unreadable.add("too large");
        }
        for (ByteBuffer part : passed) {
            text.append(StandardCharsets.ISO_8859_1.decode(part.duplicate()));
        }
        return passed;
    }

    String feed(String chunk) {
        int before = text.length();
        feed(ByteBuffer.wrap(chunk.getBytes(StandardCharsets.UTF_8)));
        return new String(text.substring(before).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    byte[] output() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    List<String> unreadable() {
        return unreadable;
    }

    boolean midEvent() {
        return judge.midEvent();
    }
}
