package dev.gatehouse.operator.reconcile;

import dev.gatehouse.operator.status.Notice;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Tells people, beside the status: as Kubernetes Events. */
@FunctionalInterface
public interface Reports {

    /** Must not wait for the API server. */
    void tell(HasMetadata object, List<Notice> notices);
}
