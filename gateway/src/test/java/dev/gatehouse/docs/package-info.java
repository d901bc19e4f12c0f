/** The documentation describes what is there: its YAML is accepted, its links lead somewhere, the tests that it names exist. */
@NullMarked
package dev.gatehouse.docs;

import org.jspecify.annotations.NullMarked;
