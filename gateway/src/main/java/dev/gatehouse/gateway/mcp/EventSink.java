package dev.gatehouse.gateway.mcp;

/** Takes what {@link EventParser} finds, in the order of the stream. */
public interface EventSink {

    void event(Event event);

    /** A comment line, which servers send to keep a connection alive, without its leading colon. */
    void comment(String text);
}
