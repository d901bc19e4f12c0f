package dev.gatehouse.gateway.ledger;

/** Hears of every decision and end, on the thread that serves the request: must be cheap enough for the hot path. */
public interface LedgerListener {

    void record(LedgerEvent event);
}
