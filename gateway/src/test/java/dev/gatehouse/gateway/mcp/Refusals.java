package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import java.util.stream.Stream;

/** Everything that the codec can refuse, for tests of other packages. */
public final class Refusals {

    private static final Message MESSAGE = new Message(Message.Kind.REQUEST, null, "tools/call", Params.ABSENT, 0);

    private Refusals() {}

    public static Stream<Refusal> all() {
        return Stream.concat(
                Arrays.stream(Flaw.values()).map(flaw -> flaw.refusal(null)),
                Arrays.stream(Objection.values()).map(objection -> objection.refusal(MESSAGE)));
    }
}
