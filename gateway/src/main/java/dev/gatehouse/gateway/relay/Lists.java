package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.AggregateLists;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.plan.Caller;

/** Serves the aggregate's lists from the catalogues, already narrowed to the caller's rights. */
final class Lists {

    private final AggregateLists aggregate;
    private final Aside aside;

    Lists(AggregateLists aggregate, Aside aside) {
        this.aggregate = aggregate;
        this.aside = aside;
    }

    void fromCatalogue(Request request, Asked asked, ListKind kind) {
        Caller caller = request.caller();
        Era era = asked.dialect().era();
        var servers = caller.snapshot().servers();
        RawJson ready = aggregate.ready(servers, caller.grants(), kind, era);
        if (ready != null) {
            request.answer(asked.dialect().result(asked.id(), ready));
        } else {
            aside.run(
                    request,
                    asked.id(),
                    () -> aggregate.result(servers, caller.grants(), kind, era),
                    result -> request.answer(asked.dialect().result(asked.id(), result)));
        }
    }
}
