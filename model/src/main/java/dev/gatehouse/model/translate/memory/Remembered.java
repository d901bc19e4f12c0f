package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import java.util.List;
import java.util.function.Consumer;

/** One client or user as the memory sees it: whatever can make it another one without a change of its own. */
public interface Remembered {

    Resource resource();

    /** Its usable tokens by itself, before asking whether another one has the same. */
    List<TokenGrant> tokens();

    /** Likewise the ServiceAccounts that authenticate it. */
    List<ServiceAccountId> serviceAccounts();

    /** What its tokens are read from, there or not. The same one may come twice. */
    void forEachInput(Consumer<SecretName> secrets, Consumer<ExternalRef> externals);

    /** Whether there is something to say about it. */
    boolean hasFindings();
}
