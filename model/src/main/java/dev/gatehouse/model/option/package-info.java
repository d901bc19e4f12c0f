/**
 * What the flags of every program of Gatehouse are written in: pure readings, so that a value is spelled and refused alike
 * wherever it is given. The programs bring the library that parses their command line.
 */
@NullMarked
package dev.gatehouse.model.option;

import org.jspecify.annotations.NullMarked;
