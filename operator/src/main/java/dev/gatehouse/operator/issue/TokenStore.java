package dev.gatehouse.operator.issue;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;

/** Where issued tokens are kept. Any failure is a {@link RuntimeException}. */
interface TokenStore {

    /** Makes a Secret that belongs to {@code owner}; false if there is one of that name already, whosever. */
    boolean create(Resource owner, String name, SecretEdit first);

    /** Changes the Secret that was seen, and never another one that has taken its name. */
    void edit(Secret seen, SecretEdit edit);
}
