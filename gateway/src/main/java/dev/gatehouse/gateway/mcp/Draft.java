package dev.gatehouse.gateway.mcp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been read of a message so far, member by member. */
final class Draft {

    private final EnumMap<Member, Text> texts = new EnumMap<>(Member.class);
    private final EnumMap<Member, RawValue> tokens = new EnumMap<>(Member.class);
    private final List<Text> uris = new ArrayList<>();
    private final EnumSet<Member> present = EnumSet.noneOf(Member.class);
    private final EnumSet<Member> truths = EnumSet.noneOf(Member.class);
    private final @Nullable Member[] begun = new Member[Member.values().length];
    private int count;
    private long capabilitiesStart;
    private long capabilitiesEnd;
    private boolean nullId;
    private @Nullable Flaw flaw;

    void reset() {
        for (int i = 0; i < count; i++) {
            texts.remove(begun[i]);
            tokens.remove(begun[i]);
        }
        count = 0;
        uris.clear();
        present.clear();
        truths.clear();
        nullId = false;
        flaw = null;
    }

    /** Remembers what is wrong until the whole message, and with it the id, is known. The first flaw counts. */
    void blemish(Flaw found) {
        if (flaw == null) {
            flaw = found;
        }
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    void begin(Member member, JsonType type, long at) {
        if (present.add(member)) {
            begun[count++] = member;
        }
        if (type == JsonType.TRUE) {
            truths.add(member);
        }
        if (member == Member.ID && type == JsonType.NULL) {
            nullId = true;
        } else if (!member.shape().accepts(type)) {
            blemish(member.misshapen());
        }
        if (member == Member.META_CAPABILITIES) {
            capabilitiesStart = at;
        }
    }

    void end(Member member, long at) {
        if (member == Member.META_CAPABILITIES) {
            capabilitiesEnd = at;
        }
    }

    void text(Member member, Text text) {
        texts.put(member, text);
    }

    void token(Member member, JsonType type, String text, long start, long end) {
        String json = end - start > RequestId.MAX_BYTES ? null : RequestId.canonical(type, text);
        if (json == null) {
            blemish(member.misshapen());
        } else {
            tokens.put(member, new RawValue(json, start, end));
        }
    }

    void uri(Text uri) {
        if (uris.size() == ListenFilter.MAX_URIS) {
            blemish(Flaw.BAD_PARAMS);
        } else {
            uris.add(uri);
        }
    }

    boolean has(Member member) {
        return present.contains(member);
    }

    boolean nullId() {
        return nullId;
    }

    @Nullable
    Text text(Member member) {
        return texts.get(member);
    }

    @Nullable
    RequestId id() {
        RawValue id = tokens.get(Member.ID);
        return id == null ? null : new RequestId(id.json());
    }

    Params params() {
        if (!has(Member.PARAMS)) {
            return Params.ABSENT;
        }
        return new Params(
                true,
                text(Member.NAME),
                text(Member.URI),
                text(Member.CURSOR),
                ref(),
                meta(),
                listen(),
                text(Member.PROTOCOL_VERSION),
                text(Member.LEVEL),
                token(Member.REQUEST_ID),
                token(Member.PROGRESS_TOKEN),
                has(Member.TASK),
                has(Member.REQUEST_STATE),
                has(Member.INPUT_RESPONSES));
    }

    private @Nullable Ref ref() {
        return has(Member.REF) ? new Ref(text(Member.REF_TYPE), text(Member.REF_NAME), text(Member.REF_URI)) : null;
    }

    private @Nullable Meta meta() {
        if (!has(Member.META)) {
            return null;
        }
        return new Meta(
                text(Member.META_VERSION),
                has(Member.META_CAPABILITIES) ? new Span(capabilitiesStart, capabilitiesEnd) : null,
                token(Member.META_PROGRESS_TOKEN),
                token(Member.META_SUBSCRIPTION),
                text(Member.META_LOG_LEVEL),
                text(Member.META_TRACEPARENT),
                text(Member.META_TRACESTATE),
                text(Member.META_BAGGAGE));
    }

    private @Nullable ListenFilter listen() {
        if (!has(Member.NOTIFICATIONS)) {
            return null;
        }
        return new ListenFilter(
                isTrue(Member.TOOLS_CHANGED), isTrue(Member.PROMPTS_CHANGED), isTrue(Member.RESOURCES_CHANGED), uris);
    }

    private @Nullable RawValue token(Member member) {
        return tokens.get(member);
    }

    private boolean isTrue(Member member) {
        return truths.contains(member);
    }
}
