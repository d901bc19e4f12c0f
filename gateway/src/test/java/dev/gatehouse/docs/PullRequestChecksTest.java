package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the workflow files promise by their structure: who may do what, and what waits for whom. */
class PullRequestChecksTest {

    @Test
    void githubStartsOnPullRequestsWithoutSecretsAndNeverWithARequestersTrust() throws IOException {
        Map<?, ?> triggers = Workflow.github().mapAt(true); // YAML 1.1 takes "on" for true

        assertThat(triggers.keySet()).isEqualTo(Set.of("pull_request"));
        assertThat(Workflow.github().tree().toString()).doesNotContain("secrets.");
    }

    @Test
    void onlyTheJobThatRunsNothingOfTheChangeMayWrite() throws IOException {
        Workflow github = Workflow.github();

        assertThat(github.mapAt("permissions")).isEmpty();
        assertThat(github.mapAt("jobs", "judge", "permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(github.mapAt("jobs", "approve", "permissions")).isEmpty();
        assertThat(github.mapAt("jobs", "comment", "permissions")).isEqualTo(Map.of("pull-requests", "write"));
        assertThat(github.at("jobs", "comment", "steps").toString()).doesNotContain("checkout", "gatehouse check");
        assertThat(github.at("jobs", "comment", "if"))
                .isEqualTo("github.event.pull_request.head.repo.full_name == github.repository");
    }

    @Test
    void checkoutsKeepNoCredentialsAndActionsHaveAMajorVersion() throws IOException {
        assertThat(Workflow.github().steps().filter(step -> step.get("uses") != null))
                .isNotEmpty()
                .allSatisfy(step -> {
                    String uses = String.valueOf(step.get("uses"));
                    assertThat(uses).matches("actions/[a-z-]+@v[0-9]+");
                    if (uses.contains("/checkout@")) {
                        Map<?, ?> with = Workflow.map(Objects.requireNonNull(step.get("with")));
                        assertThat(with.get("persist-credentials")).isEqualTo(false);
                    }
                });
    }

    @Test
    void noValueOfTheRequestIsPastedIntoAShell() throws IOException {
        assertThat(Workflow.github().steps().map(step -> String.valueOf(step.get("run"))))
                .noneMatch(run -> run.contains("${{"));
    }

    @Test
    void widerRightsWaitForTheReviewersOfAnEnvironment() throws IOException {
        Workflow github = Workflow.github();

        assertThat(github.at("jobs", "approve", "if")).isEqualTo("needs.judge.outputs.widened == 'true'");
        assertThat(github.at("jobs", "approve", "environment")).isEqualTo("access-review");
        assertThat(github.at("jobs", "judge", "outputs", "widened")).isEqualTo("${{ steps.diff.outputs.widened }}");
        assertThat(Workflow.gitlab().at("gatehouse-review", "trigger", "strategy"))
                .isEqualTo("depend");
    }

    @Test
    void gitlabRunsForMergeRequestsAndShowsItsTokenToTheCommentAlone() throws IOException {
        Workflow gitlab = Workflow.gitlab();

        assertThat(gitlab.at(".gatehouse", "rules").toString()).contains("merge_request_event");
        assertThat(gitlab.tree().toString().split("GATEHOUSE_COMMENT_TOKEN", -1))
                .hasSize(3);
        assertThat(gitlab.at("gatehouse-comment").toString().split("GATEHOUSE_COMMENT_TOKEN", -1))
                .hasSize(3);
        assertThat(gitlab.at("gatehouse-comment", "variables", "GIT_STRATEGY")).isEqualTo("none");
    }
}
