package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.UpstreamServer.Header;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.UpstreamAuth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the credential headers for an upstream. Headers that steer the connection or the protocol are the gateway's own. */
final class UpstreamHeaders {

    private static final Pattern RESERVED = Pattern.compile(UpstreamAuth.Header.RESERVED_PATTERN);

    private final Secrets secrets;
    private final String namespace;
    private final Verdict verdict;
    private final List<Header> headers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private UpstreamHeaders(Secrets secrets, String namespace, Verdict verdict) {
        this.secrets = secrets;
        this.namespace = namespace;
        this.verdict = verdict;
    }

    static List<Header> of(@Nullable UpstreamAuth auth, Secrets secrets, String namespace, Verdict verdict) {
        var made = new UpstreamHeaders(secrets, namespace, verdict);
        if (auth != null) {
            if (auth.bearer() != null) {
                made.add("authorization", "Bearer ", auth.bearer().secretRef(), "spec.auth.bearer");
            }
            if (auth.headers().size() > UpstreamAuth.MOST_HEADERS) {
                verdict.invalid(
                        "spec.auth.headers",
                        "spec.auth.headers has more than " + UpstreamAuth.MOST_HEADERS + " entries.");
            }
            for (int i = 0; i < auth.headers().size(); i++) {
                UpstreamAuth.Header header = auth.headers().get(i);
                made.add(header.name(), "", header.secretRef(), "spec.auth.headers[" + i + "]");
            }
        }
        return List.copyOf(made.headers);
    }

    private void add(String name, String prefix, SecretKeyRef ref, String path) {
        RefCheck.secret(ref, path + ".secretRef", verdict);
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (!UpstreamAuth.Header.NAME.isMetBy(name)) {
            verdict.require(UpstreamAuth.Header.NAME, name, path + ".name");
        } else if (RESERVED.matcher(lowerCase).matches()) {
            verdict.invalid(path + ".name", path + ".name: " + name + " " + UpstreamAuth.Header.RESERVED_MESSAGE + ".");
        } else if (!names.add(lowerCase)) {
            verdict.invalid(path, path + ": " + name + " " + UpstreamAuth.TWICE_MESSAGE + ".");
        } else {
            SecretValue value = secrets.find(namespace, ref, path + ".secretRef", verdict);
            if (value != null) {
                add(lowerCase, prefix, value, path);
            }
        }
    }

    private void add(String name, String prefix, SecretValue secret, String path) {
        byte[] bytes = TokenStrength.withoutNewline(secret.bytes());
        if (bytes.length == 0) {
            verdict.invalid(path + ".secretRef", path + ": the Secret's value is empty.");
            return;
        }
        for (byte b : bytes) {
            if ((b < ' ' && b != '\t') || b == 0x7f) {
                verdict.invalid(
                        path + ".secretRef",
                        path
                                + ": the Secret's value holds line breaks or other characters that a header cannot carry.");
                return;
            }
        }
        headers.add(new Header(name, SecretValue.of(prefix + new String(bytes, StandardCharsets.US_ASCII))));
    }
}
