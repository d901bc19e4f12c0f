package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.docs.PullRequest.Ended;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell of the workflow files, as it stands there, on real commits and with the real command. */
class PullRequestChecksIT {

    private static final String NARROW = "[{server: demo, tools: [echo]}]";
    private static final String WIDE = "[{server: demo, tools: [echo, 'delete_*']}]";

    @TempDir
    Path folder;

    private PullRequest request;
    private Map<String, String> variables = Map.of();

    @BeforeEach
    void begin() throws IOException {
        request = new PullRequest(folder);
        variables = Map.of(
                "MANIFESTS", "manifests",
                "GITHUB_OUTPUT", folder.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    }

    @Test
    void githubSaysThatAChangeWidensRights() throws IOException {
        change(NARROW, WIDE);
        Ended ended = githubDiff();

        assertThat(ended.exitCode()).as(ended.said()).isZero();
        assertThat(folder.resolve("output")).hasContent("widened=true");
        assertThat(request.content("diff.md")).contains("alice", "delete_*");
        assertThat(folder.resolve("summary"))
                .hasSameTextualContentAs(request.repository().resolve("diff.md"));
    }

    @Test
    void githubLetsAChangePassThatTakesRightsAway() throws IOException {
        change(WIDE, NARROW);

        assertThat(githubDiff().exitCode()).isZero();
        assertThat(folder.resolve("output")).hasContent("widened=false");
    }

    @Test
    void githubFailsWhenThereIsNothingToCompare() throws IOException {
        change(NARROW, WIDE);
        variables = Map.of("MANIFESTS", "absent", "GITHUB_OUTPUT", "/dev/null", "GITHUB_STEP_SUMMARY", "/dev/null");

        assertThat(githubDiff().exitCode()).isEqualTo(1);
    }

    @Test
    void githubShowsAMistakeAtItsLine() throws IOException {
        change(NARROW, "[{server: absent, tools: 3}]");
        Ended ended = request.ended(Workflow.github().run("Check the manifests"), variables);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("::error file=manifests/world.yaml,line=");
    }

    @Test
    void gitlabMakesAPipelineThatWaitsOnlyForWiderRights() throws IOException {
        change(NARROW, WIDE);
        assertThat(gitlabReview().at("approve").toString()).contains("when=manual", "access-review");
        assertThat(request.content("diff.env")).isEqualTo("WIDENED=true\n");

        change(WIDE, NARROW);
        assertThat(gitlabReview().at("approve").toString())
                .contains("when=on_success")
                .doesNotContain("environment");
        assertThat(request.content("diff.env")).isEqualTo("WIDENED=false\n");
    }

    /** GitHub itself is not asked: a program called {@code gh} writes down what it would be asked. */
    @Test
    void theCommentIsWrittenOnceAndThenReplaced() throws IOException {
        request.write("diff.md", "What changes\n");
        String step = Workflow.github().run("Write the comment, or replace it");

        assertThat(asked(step, "", Map.of())).contains("--method POST repos/acme/access/issues/7/comments");
        assertThat(request.content("comment.md")).isEqualTo("<!-- gatehouse diff -->\nWhat changes\n");
        assertThat(asked(step, "99\n", Map.of()))
                .contains("--method PATCH repos/acme/access/issues/comments/99")
                .doesNotContain("POST");
    }

    @Test
    void theLabelFollowsTheReport() throws IOException {
        String step = Workflow.github().run("Label a change that widens rights");

        assertThat(asked(step, "", Map.of("WIDENED", "true"))).contains("--method POST", "labels[]=widens-access");
        assertThat(asked(step, "bug\nwidens-access\n", Map.of("WIDENED", "false")))
                .contains("--method DELETE repos/acme/access/issues/7/labels/widens-access");
        assertThat(asked(step, "bug\n", Map.of("WIDENED", "false"))).doesNotContain("DELETE");
    }

    private Ended githubDiff() throws IOException {
        return request.ended(Workflow.github().run("Say what the change does to rights"), variables);
    }

    private Workflow gitlabReview() throws IOException {
        Ended ended = request.ended(
                Workflow.gitlab().script("gatehouse-judge"),
                Map.of("MANIFESTS", "manifests", "CI_MERGE_REQUEST_DIFF_BASE_SHA", request.revision("HEAD^1")));
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        return Workflow.read(request.repository().resolve("review.yml"));
    }

    private String asked(String step, String answer, Map<String, String> more) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path log = folder.resolve("asked");
        Files.writeString(log, "");
        Files.writeString(folder.resolve("answer"), answer);
        Path gh = Files.writeString(
                programs.resolve("gh"),
                "#!/bin/sh\necho \"$@\" >> '" + log + "'\ncase \" $* \" in *' --jq '*) cat '" + folder.resolve("answer")
                        + "' ;; esac\n");
        assertThat(gh.toFile().setExecutable(true)).isTrue();
        var all = new HashMap<>(more);
        all.putAll(Map.of("GITHUB_REPOSITORY", "acme/access", "PULL_REQUEST", "7"));
        Ended ended = request.ended(step, all, programs);
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        return Files.readString(log);
    }

    private void change(String before, String after) throws IOException {
        request.write("manifests/world.yaml", world(before)).commit("Before");
        request.write("manifests/world.yaml", world(after)).commit("After");
    }

    private static String world(String allow) {
        return String.join(
                "---\n",
                Manifest.server("demo", "http://127.0.0.1:1/mcp", "  protocol: Legacy"),
                Manifest.client("alice", allow),
                Manifest.clientSecret("alice", Tokens.of("alice")));
    }
}
