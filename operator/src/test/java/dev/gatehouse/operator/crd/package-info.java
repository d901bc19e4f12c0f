/** Makes the CRDs in {@code crds/} from the model's records, and proves what they promise on a real API server. */
@NullMarked
package dev.gatehouse.operator.crd;

import org.jspecify.annotations.NullMarked;
