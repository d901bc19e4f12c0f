package dev.gatehouse.operator.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done about one issued token. */
sealed interface IssueStep {

    /** Nothing before {@code until}; null: nothing before something changes. */
    record Wait(@Nullable Instant until) implements IssueStep {}

    /** Mint one and write its digest, in a new Secret where there is none. */
    record Announce() implements IssueStep {}

    /** Write the announced token for everybody to read; the one before goes on for a while. */
    record Reveal(Announcement announced) implements IssueStep {}

    /** Take the token before out of the Secret: its time is over. */
    record Retire() implements IssueStep {}
}
