@NullMarked
package dev.gatehouse.model.option;

import org.jspecify.annotations.NullMarked;
