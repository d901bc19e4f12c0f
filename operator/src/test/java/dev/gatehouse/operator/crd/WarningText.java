package dev.gatehouse.operator.crd;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The warnings there are, as sentences with … for what depends on the object. A test holds them against every warning that a
 * golden case gives.
 */
enum WarningText {
    EVERY_SERVER(
            "….server is \"*\": it grants servers that are yet to be added, too. Name them if you can.",
            "a rule is for every server."),
    OWN_PREFIX(
            "… begins with \"…\", but names are matched as the server itself gives them; write \"…\".",
            "a rule has the aggregate's `server__` before a name, and matches nothing."),
    BROKEN_LIST(
            "McpAllowList … is refused itself and grants nothing until it is put right.",
            "a list that is referred to is refused itself; its own status says why."),
    SAME_TOKEN(
            "… is the same token as an earlier one of this object; only the first counts.",
            "a token was listed twice, or a rotation has not changed it."),
    SAME_SERVICE_ACCOUNT(
            "… is the same as an earlier one of this object; only the first counts.",
            "a ServiceAccount was listed twice."),
    TLS_WITHOUT_HTTPS("spec.tls has no effect, as the server is reached by plain http.", "the URL is no https URL."),
    SELECTOR_WITHOUT_LABELS(
            "….selector asks for labels of namespaces, which the operator may not read, and matches none; name the namespaces by the label kubernetes.io/metadata.name, or let the operator list and watch namespaces.",
            "the operator was given some namespaces, and no right on Namespaces."),
    UNMATCHED_PATTERN(
            "… matches no … of McpServer …; correct it, or take it out: \"…\".",
            "the server's list, as gateways found it, has nothing that the pattern matches."),
    EXPIRES_SOON(
            "The token … expires at …; declare the next one beside it before then.",
            "the token expires within seven days."),
    SERVICE_IN_A_FOLDER(
            "spec.service names a Kubernetes Service, which only resolves inside a cluster; use url.",
            "the manifests stand in a folder."),
    ISSUE_IN_A_FOLDER("spec.issue needs Kubernetes; here nobody issues tokens.", "the manifests stand in a folder."),
    SERVICE_ACCOUNTS_IN_A_FOLDER(
            "spec.serviceAccounts needs Kubernetes; here nobody authenticates by a ServiceAccount.",
            "the manifests stand in a folder."),
    MORE("And … more warnings.", "there are more than a status holds.");

    private final String sentence;
    private final String cause;

    WarningText(String sentence, String cause) {
        this.sentence = sentence;
        this.cause = cause;
    }

    String sentence() {
        return sentence;
    }

    String cause() {
        return cause;
    }

    /** Those that a warning can be: exactly one, if the vocabulary is whole. */
    static List<WarningText> of(String warning) {
        return Arrays.stream(values()).filter(text -> text.matches(warning)).toList();
    }

    private boolean matches(String warning) {
        String expression = Arrays.stream(sentence.split("…", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".+" + b)
                .orElseThrow();
        return Pattern.matches(expression, warning);
    }
}
