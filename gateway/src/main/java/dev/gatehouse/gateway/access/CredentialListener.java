package dev.gatehouse.gateway.access;

import java.time.Instant;

/** Hears of every request that was authenticated, on its I/O thread: must not block, and should not allocate. */
public interface CredentialListener {

    CredentialListener NONE = (credential, now) -> {};

    void authenticated(Credential credential, Instant now);
}
