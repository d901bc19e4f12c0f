/** The Helm chart: what it renders, and what a real API server makes of it. */
@NullMarked
package dev.gatehouse.operator.chart;

import org.jspecify.annotations.NullMarked;
