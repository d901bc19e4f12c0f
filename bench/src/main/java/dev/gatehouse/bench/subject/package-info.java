/** What is measured, as processes of their own. */
@NullMarked
package dev.gatehouse.bench.subject;

import org.jspecify.annotations.NullMarked;
