@NullMarked
package dev.gatehouse.testbed;

import org.jspecify.annotations.NullMarked;
