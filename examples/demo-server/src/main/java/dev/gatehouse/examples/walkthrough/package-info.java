/** What {@code make demo} runs: a guided tour of a gateway in front of the demo server, checked against what it promises. */
@NullMarked
package dev.gatehouse.examples.walkthrough;

import org.jspecify.annotations.NullMarked;
