package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a client or user by itself. */
final class PrincipalCheck {

    private static final Pattern TOKEN_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Set<String> RESERVED_NAMES =
            Set.of(IssuedToken.NAME, IssuedToken.NEXT_NAME, IssuedToken.PREVIOUS_NAME);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    private final Environment environment;
    private final Verdict verdict;

    private PrincipalCheck(Environment environment, Verdict verdict) {
        this.environment = environment;
        this.verdict = verdict;
    }

    static void check(Declaration declaration, Environment environment, Verdict verdict) {
        var check = new PrincipalCheck(environment, verdict);
        check.tokens(declaration.tokens());
        check.issue(declaration.issue(), declaration.tokens());
        limits(declaration.limits(), "spec.limits", verdict);
        if (environment == Environment.DIRECTORY
                && !declaration.serviceAccounts().isEmpty()) {
            verdict.warn(
                    "spec.serviceAccounts",
                    "spec.serviceAccounts needs Kubernetes; here nobody authenticates by a ServiceAccount.");
        }
        check.serviceAccounts(declaration.serviceAccounts());
        check.allowListRefs(declaration.allowListRefs());
        RuleCheck.check(declaration.allow(), "spec.allow", verdict);
    }

    private void serviceAccounts(List<ServiceAccountRef> accounts) {
        if (accounts.size() > McpClientSpec.MAX_SERVICE_ACCOUNTS) {
            verdict.invalid(
                    "spec.serviceAccounts",
                    "spec.serviceAccounts has more than " + McpClientSpec.MAX_SERVICE_ACCOUNTS + " entries.");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < accounts.size(); i++) {
            String path = "spec.serviceAccounts[" + i + "]";
            RefCheck.name(accounts.get(i).name(), path + ".name", verdict);
            if (!names.add(accounts.get(i).name())) {
                verdict.invalid(path, path + " stands there twice; keep one.");
            }
        }
    }

    private void allowListRefs(List<AllowListRef> refs) {
        if (refs.size() > McpClientSpec.MOST_LIST_REFS) {
            verdict.invalid(
                    "spec.allowListRefs",
                    "spec.allowListRefs has more than " + McpClientSpec.MOST_LIST_REFS + " entries.");
            return;
        }
        for (int i = 0; i < refs.size(); i++) {
            RefCheck.allowList(refs.get(i), "spec.allowListRefs[" + i + "]", verdict);
        }
    }

    private void tokens(List<TokenSource> tokens) {
        if (tokens.size() > McpClientSpec.MAX_TOKENS) {
            verdict.invalid(
                    "spec.tokens",
                    "spec.tokens has " + tokens.size() + " entries; at most " + McpClientSpec.MAX_TOKENS
                            + " are allowed.");
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            String path = "spec.tokens[" + i + "]";
            token(tokens.get(i), path);
            if (!TOKEN_NAME.matcher(tokens.get(i).name()).matches()) {
                verdict.invalid(
                        path + ".name",
                        path
                                + ".name must be at most 63 letters, digits, \"-\", \"_\" and \".\", as audit events carry it.");
            }
            if (!names.add(tokens.get(i).name())) {
                verdict.invalid(path + ".name", path + " has the same name as an earlier token; give each its own.");
            }
        }
    }

    private void token(TokenSource token, String path) {
        long sources = Stream.of(token.secretRef(), token.sha256(), token.file(), token.env())
                .filter(Objects::nonNull)
                .count();
        if (sources != 1) {
            verdict.invalid(
                    path, path + " must have exactly one of secretRef, sha256, file and env; it has " + sources + ".");
        }
        if (environment.isCluster() && (token.file() != null || token.env() != null)) {
            verdict.invalid(
                    path,
                    path + " comes from a file or variable of one machine, which replicas in a cluster do not have;"
                            + " use secretRef or sha256.");
        }
        if (token.secretRef() != null) {
            RefCheck.secret(token.secretRef(), path + ".secretRef", verdict);
        }
        String digest = token.sha256();
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            verdict.invalid(path + ".sha256", path + ".sha256 must be the 64 hexadecimal digits of a SHA-256.");
        }
        if (token.notBefore() != null
                && token.expiresAt() != null
                && !token.notBefore().isBefore(token.expiresAt())) {
            verdict.invalid(
                    path + ".expiresAt", path + " expires before it becomes valid; swap or correct the two times.");
        }
    }

    private void issue(@Nullable IssuedToken issue, List<TokenSource> tokens) {
        if (issue == null) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (RESERVED_NAMES.contains(tokens.get(i).name())) {
                String path = "spec.tokens[" + i + "].name";
                verdict.invalid(path, path + " is the name of the token that spec.issue asks for; choose another one.");
            }
        }
        Duration rotateEvery = issue.rotateEvery();
        RefCheck.name(issue.secretName(), "spec.issue.secretName", verdict);
        if (rotateEvery != null && rotateEvery.compareTo(issue.overlap()) <= 0) {
            verdict.invalid("spec.issue.rotateEvery", "spec.issue.rotateEvery must be longer than spec.issue.overlap.");
        }
        if (environment == Environment.DIRECTORY) {
            verdict.warn("spec.issue", "spec.issue needs Kubernetes; here nobody issues tokens.");
        }
    }

    static void limits(@Nullable ClientLimits limits, String path, Verdict verdict) {
        if (limits == null) {
            return;
        }
        positive(limits.requestsPerMinute(), path + ".requestsPerMinute", verdict);
        positive(limits.maxConcurrent(), path + ".maxConcurrent", verdict);
    }

    private static void positive(@Nullable Integer value, String path, Verdict verdict) {
        if (value != null && value < 1) {
            verdict.invalid(path, path + " must be at least 1; to let nobody in, set suspend: true.");
        }
    }
}
