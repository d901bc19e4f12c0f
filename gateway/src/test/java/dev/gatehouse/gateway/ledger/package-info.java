@NullMarked
package dev.gatehouse.gateway.ledger;

import org.jspecify.annotations.NullMarked;
