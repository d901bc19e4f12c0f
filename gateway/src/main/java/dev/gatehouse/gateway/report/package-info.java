/** How the command says what it found out: for people, for programs, and for the forges that people review on. */
@NullMarked
package dev.gatehouse.gateway.report;

import org.jspecify.annotations.NullMarked;
