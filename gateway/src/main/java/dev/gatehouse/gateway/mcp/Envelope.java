package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Makes a message of what {@link JsonScanner} tells: knows in which object it is and which members mean something. */
final class Envelope implements JsonVisitor {

    /** Unknown members that are compared with known ones at length; nobody honest comes near. */
    private static final int MAX_UNKNOWN = 1_000;

    private static final int DEPTH = 6;

    private final Sender sender;
    private final Draft draft = new Draft();
    private final Place[] places = new Place[DEPTH];
    private final @Nullable Member[] owners = new @Nullable Member[DEPTH];
    private int depth;
    private int unknown;
    private @Nullable Member member;

    Envelope(Sender sender) {
        this.sender = sender;
    }

    void reset() {
        draft.reset();
        depth = 0;
        unknown = 0;
        member = null;
    }

    Draft draft() {
        return draft;
    }

    @Override
    public boolean value(JsonType type, long at) {
        if (depth == 0) {
            push(Place.MESSAGE, null);
            return true;
        }
        if (places[depth - 1] == Place.URIS) {
            return element(type);
        }
        Member current = member;
        if (current == null) {
            if (type.container()) {
                push(Place.ELSEWHERE, null);
            }
            return false;
        }
        draft.begin(current, type, at);
        if (!type.container()) {
            return current.shape().read();
        }
        boolean watched = current.inside() != Place.ELSEWHERE && current.shape().accepts(type);
        push(watched ? current.inside() : Place.ELSEWHERE, current);
        return watched;
    }

    private boolean element(JsonType type) {
        if (type != JsonType.STRING) {
            draft.blemish(Flaw.BAD_PARAMS);
        }
        if (type.container()) {
            push(Place.ELSEWHERE, null);
        }
        return type == JsonType.STRING;
    }

    @Override
    public @Nullable Flaw name(Capture name) {
        Place place = places[depth - 1];
        member = Member.of(place, name);
        if (member != null) {
            return null;
        }
        if (++unknown > MAX_UNKNOWN) {
            return Flaw.TOO_MANY_MEMBERS;
        }
        if (Member.resembled(place, name)) {
            return Flaw.CASE_VARIANT;
        }
        return place == Place.MESSAGE && sender == Sender.CLIENT ? Flaw.UNKNOWN_MEMBER : null;
    }

    @Override
    public @Nullable Flaw scalar(JsonType type, Capture text, long start, long end) {
        Member current = member;
        if (places[depth - 1] == Place.URIS) {
            draft.uri(new Text(text.text(), start, end));
        } else if (current != null && current.shape() == Shape.TOKEN) {
            draft.token(current, type, text.text(), start, end);
        } else if (current != null && type == JsonType.STRING) {
            draft.text(current, new Text(current.isFamiliar() ? Vocabulary.text(text) : text.text(), start, end));
        }
        return null;
    }

    @Override
    public void closed(long end) {
        depth--;
        Member owner = owners[depth];
        if (owner != null) {
            draft.end(owner, end);
        }
    }

    /** The message, once the document has been found sound. */
    ScanResult message(long length) {
        Flaw flaw = draft.flaw();
        Message.Kind kind = kind();
        RequestId id = draft.id();
        if (flaw == null) {
            flaw = objection(kind, id);
        }
        if (flaw != null || kind == null) {
            return new ScanResult.Refused((flaw == null ? Flaw.BAD_SHAPE : flaw).refusal(id));
        }
        Text method = draft.text(Member.METHOD);
        return new ScanResult.Scanned(
                new Message(kind, id, method == null ? "" : method.value(), draft.params(), length));
    }

    private Message.@Nullable Kind kind() {
        boolean result = draft.has(Member.RESULT);
        boolean error = draft.has(Member.ERROR);
        if (draft.has(Member.METHOD)) {
            Message.Kind kind = draft.has(Member.ID) ? Message.Kind.REQUEST : Message.Kind.NOTIFICATION;
            return result || error ? null : kind;
        }
        return result == error || draft.has(Member.PARAMS) ? null : Message.Kind.RESPONSE;
    }

    private @Nullable Flaw objection(Message.@Nullable Kind kind, @Nullable RequestId id) {
        Text version = draft.text(Member.JSONRPC);
        if (version == null || !version.value().equals("2.0")) {
            return Flaw.BAD_VERSION;
        }
        if (kind == null) {
            return Flaw.BAD_SHAPE;
        }
        boolean answersNothing = sender == Sender.UPSTREAM && draft.has(Member.ERROR);
        return switch (kind) {
            case REQUEST -> id == null ? Flaw.BAD_ID : null;
            case NOTIFICATION -> null;
            case RESPONSE -> id == null && !answersNothing ? Flaw.BAD_ID : null;
        };
    }

    private void push(Place place, @Nullable Member owner) {
        places[depth] = place;
        owners[depth] = owner;
        depth++;
    }
}
