package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.gateway.plan.Endpoint;

/**
 * One request of a known caller: who asks, where, the record that is kept of it and the way back. Confined to its lane.
 */
public record Request(Caller caller, Endpoint endpoint, Entry entry, ReplyChannel reply, Lane lane) {

    /** Denies, and tells the caller so. */
    public void refuse(Grounds grounds, Reply words) {
        entry.refused(grounds);
        reply.send(words);
    }

    /** Answers what was decided before. */
    public void answer(Reply whole) {
        entry.ends(Ending.ANSWERED);
        reply.send(whole);
    }
}
