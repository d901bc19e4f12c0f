package dev.gatehouse.gateway.mcp;

/** Decides for {@link EventJudge} what becomes of each message of a stream. */
public interface EventRules {

    Ruling judge(Message message);

    /** An event cannot be read without doubt; it is left out. */
    void unreadable(Refusal refusal);
}
