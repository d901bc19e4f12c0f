package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Reply;

/** The way back to the caller of one request. Confined to the request's lane. */
public interface ReplyChannel {

    /** Answers as a whole. */
    void send(Reply reply);

    /** Begins an answer of {@code length} bytes, or of unknown length when negative. */
    ReplyStream begin(int status, String contentType, long length, Runnable drained);

    /** Begins an event stream, which no proxy on the way should hold back. */
    ReplyStream beginEvents(Runnable drained);

    /** Whether the head of an answer has gone out, or the caller is gone. */
    boolean isBegun();

    /** Lets the caller see that there is no whole answer. */
    void breakOff();

    /** Runs when the exchange is over, however it ended. */
    void whenOver(Runnable then);

    /** Runs as soon as the caller closes the connection while it waits. At most one can watch. */
    void whenCallerLeaves(Runnable then);

    /** The answer may take a moment: keeps the connection registered meanwhile, which saves system calls. */
    void staysOpen();

    /** Whether the caller's message has been read to its end. */
    boolean hasWholeRequest();
}
