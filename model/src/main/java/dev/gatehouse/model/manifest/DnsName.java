package dev.gatehouse.model.manifest;

import java.util.regex.Pattern;

/** What Kubernetes accepts as the name of an object (RFC 1123). */
final class DnsName {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern ONE_LABEL = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;

    private DnsName() {}

    static boolean isLabel(String name) {
        return name.length() <= LONGEST_LABEL && ONE_LABEL.matcher(name).matches();
    }

    static boolean isSubdomain(String name) {
        return name.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(name).matches();
    }
}
