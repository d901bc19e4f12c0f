/**
 * One record a request: what was received, on which grounds it was decided, with which outcome it ended. Audit, metrics
 * and whoever else wants to know only listen. Knows no HTTP, no upstream and no thread.
 */
@NullMarked
package dev.gatehouse.gateway.ledger;

import org.jspecify.annotations.NullMarked;
