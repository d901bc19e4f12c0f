package dev.gatehouse.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.source.directory.LocatedFinding;
import dev.gatehouse.model.manifest.Location;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What manifests say is shown, never obeyed. */
class HostileTextTest {

    @Test
    void messageCannotBeginAnotherWorkflowCommand() {
        assertThat(command("a.yaml", "100%\n::error::x\r"))
                .isEqualTo("::error file=dir/a.yaml,line=3,col=7,title=Invalid::100%25%0A::error::x%0D");
    }

    @Test
    void nameOfAFileCannotAddProperties() {
        assertThat(command("a,line=1::b%.yaml", "m"))
                .isEqualTo("::error file=dir/a%2Cline=1%3A%3Ab%25.yaml,line=3,col=7,title=Invalid::m");
    }

    @Test
    void codeSpanCannotBeEndedByItsContent() {
        assertThat(DiffMarkdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(DiffMarkdown.code("`x`")).isEqualTo("`` `x` ``");
        assertThat(DiffMarkdown.code("a\n\n# b")).isEqualTo("`a��# b`");
    }

    @Test
    void controlCharactersAndMarksOfDirectionAreShown() {
        assertThat(Visible.of("a\u001b[2J\u202eb\r\u2028é😀")).isEqualTo("a�[2J�b��é😀");
    }

    private static String command(String file, String message) {
        var finding = new LocatedFinding(new Location(file, 3, 7), true, "Invalid", null, "", message);
        return GithubAnnotations.command(finding, Path.of("dir"));
    }
}
