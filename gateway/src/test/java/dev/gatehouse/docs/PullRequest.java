package dev.gatehouse.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A git repository with two commits, the base and the change, in which a workflow's shell runs with the real {@code gatehouse}. */
final class PullRequest {

    /** How a script ended and what it printed. */
    record Ended(int exitCode, String said) {}

    private final Path repository;
    private final Path home;

    PullRequest(Path folder) throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        home = Files.createDirectories(folder.resolve("home"));
        git("init", "--quiet");
    }

    Path repository() {
        return repository;
    }

    PullRequest write(String file, String text) throws IOException {
        Path target = repository.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        return this;
    }

    PullRequest commit(String subject) {
        git("add", "--all");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", subject);
        return this;
    }

    String revision(String name) {
        return ended("git rev-parse " + name, Map.of()).said().strip();
    }

    String content(String file) throws IOException {
        return Files.readString(repository.resolve(file));
    }

    /** As the runners do it: bash that ends at the first failure, {@code bin} of this repository on the path. */
    Ended ended(String script, Map<String, String> variables) {
        return ended(script, variables, Document.REPOSITORY.resolve("bin"));
    }

    Ended ended(String script, Map<String, String> variables, Path programs) {
        var builder = new ProcessBuilder(List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script))
                .directory(repository.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", programs + ":" + environment.get("PATH"));
        environment.put("HOME", home.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void git(String... arguments) {
        var quoted = new StringBuilder("git");
        for (String argument : arguments) {
            quoted.append(" '").append(argument).append('\'');
        }
        assertThat(ended(quoted.toString(), Map.of()).exitCode()).isZero();
    }
}
