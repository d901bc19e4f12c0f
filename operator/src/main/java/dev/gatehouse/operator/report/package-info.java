/** Kubernetes Events: what people see in {@code kubectl describe} and {@code kubectl get events}. */
@NullMarked
package dev.gatehouse.operator.report;

import org.jspecify.annotations.NullMarked;
