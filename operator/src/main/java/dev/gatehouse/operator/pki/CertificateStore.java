package dev.gatehouse.operator.pki;

import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where certificates and keys are kept: Secrets of the operator's namespace. */
public interface CertificateStore {

    /**
     * What is kept under a name.
     *
     * @param revision changes with every write, whoever writes
     */
    record Entry(String revision, Map<String, SecretValue> data) {
        public Entry {
            data = Map.copyOf(data);
        }
    }

    Optional<Entry> read(String name) throws IOException;

    /**
     * Writes only over what was seen, so that two operators cannot both believe that theirs is the authority.
     *
     * @param seen the revision that {@code data} was decided on; empty: that there was nothing
     * @return false when somebody else has written meanwhile; nothing has changed then
     */
    boolean write(String name, Optional<String> seen, Map<String, SecretValue> data) throws IOException;
}
