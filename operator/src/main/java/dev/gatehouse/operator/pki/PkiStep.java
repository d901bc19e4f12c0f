package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** One thing to do about certificates. */
public sealed interface PkiStep {

    /** There is no authority that could sign: make one that does at once. */
    record Found() implements PkiStep {}

    /** Make the authority that will follow. It signs nothing yet. */
    record Prepare() implements PkiStep {}

    /** Let one end of the link trust exactly these. */
    record Trust(LinkRole role, List<X509Certificate> authorities) implements PkiStep {}

    /** Both ends trust the next authority from now on: write down when that was. */
    record Announced(Instant at) implements PkiStep {}

    /** The next authority signs from now on. */
    record Promote() implements PkiStep {}

    /** Trust these retired ones no longer: they have expired, and with them what they signed. */
    record Forget(List<X509Certificate> authorities) implements PkiStep {}

    /** Make a certificate for one end of the link. */
    record Issue(LinkRole role) implements PkiStep {}

    /** Nothing to do before a time. */
    record Wait(Instant until) implements PkiStep {}
}
