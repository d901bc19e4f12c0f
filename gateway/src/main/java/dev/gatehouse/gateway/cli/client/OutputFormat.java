package dev.gatehouse.gateway.cli.client;

import java.util.Locale;

/** For people, or as the management API says it. */
enum OutputFormat {
    TEXT,
    JSON;

    /** As it is written behind {@code --output}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
