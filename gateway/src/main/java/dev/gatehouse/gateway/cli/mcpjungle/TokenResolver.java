package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.gateway.cli.identity.TokenRules;
import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Entry;
import dev.gatehouse.gateway.source.directory.BoundedRead;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens by MCPJungle's order: the text in the file itself, then a variable, then a file. A variable that is not set or
 * blank gives way to a file, where one is named. Where the manifests may say so, a reference stays a reference, so that a
 * change of the variable or file counts, which it does not there.
 */
final class TokenResolver {

    private final ImportSettings settings;
    private final Map<String, String> environment;
    private final ReferencedFiles files;
    private final Remarks remarks;
    private final Map<ExternalRef, SecretValue> externals = new HashMap<>();

    TokenResolver(ImportSettings settings, Map<String, String> environment, ReferencedFiles files, Remarks remarks) {
        this.settings = settings;
        this.environment = environment;
        this.files = files;
        this.remarks = remarks;
    }

    /** The files and variables that are still referred to, with what they hold now. */
    Map<ExternalRef, SecretValue> externals() {
        return externals;
    }

    /** Where a token that is named stands from now on; empty and an error if it cannot be had. */
    Optional<TokenPlace> resolve(JungleObject.Token token) {
        JsonFields.Confidential inline = token.inline();
        if (inline != null) {
            return accepted(inline.value(), "access_token", inline.at(), null);
        }
        Entry env = token.env();
        if (env != null) {
            SecretValue value = stripped(environment.getOrDefault(env.text(), ""));
            if (value.length() > 0) {
                return accepted(value, "the variable " + env.text(), env.at(), new ExternalRef.Env(env.text()));
            }
            if (token.file() == null) {
                remarks.error(
                        env.at(),
                        "access_token_ref.env: the variable " + env.text() + " is not set, or blank; set it for this"
                                + " command.");
                return Optional.empty();
            }
        }
        Entry file = token.file();
        return file == null ? Optional.empty() : ofFile(file);
    }

    private Optional<TokenPlace> ofFile(Entry file) {
        try {
            SecretValue value = files.read(file.text());
            if (value.length() == 0) {
                remarks.error(file.at(), "access_token_ref.file: " + file.text() + " is blank.");
                return Optional.empty();
            }
            var ref = new ExternalRef.File(files.fromOutput(file.text()));
            return accepted(value, "the file " + file.text(), file.at(), ref);
        } catch (IOException e) {
            remarks.error(file.at(), "access_token_ref.file: " + file.text() + " " + BoundedRead.reason(e) + ".");
            return Optional.empty();
        }
    }

    private Optional<TokenPlace> accepted(SecretValue value, String source, SourceLine at, @Nullable ExternalRef ref) {
        String objection = TokenRules.objection(value);
        if (objection != null) {
            remarks.error(at, "the token in " + source + " " + objection + ".");
            return Optional.empty();
        }
        if (settings.digestOnly()) {
            return Optional.of(TokenPlace.Elsewhere.of(value));
        }
        return Optional.of(
                settings.target() == IntendedReader.KUBERNETES ? new TokenPlace.InSecret(value) : kept(value, ref));
    }

    private TokenPlace kept(SecretValue value, @Nullable ExternalRef ref) {
        if (ref != null) {
            externals.put(ref, value);
        }
        return switch (ref) {
            case null -> new TokenPlace.InSecret(value);
            case ExternalRef.Env(String name) -> new TokenPlace.InVariable(name);
            case ExternalRef.File(String path) -> new TokenPlace.InFile(path);
        };
    }

    private static SecretValue stripped(String text) {
        return TokenRules.stripped(text.getBytes(StandardCharsets.UTF_8));
    }
}
