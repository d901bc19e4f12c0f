package dev.gatehouse.gateway.source.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However an editor saves a file, the new content is in force and nothing else becomes an object. */
class EditorsTest {

    private static final String OLD = Tokens.of("old");
    private static final String NEW = Tokens.of("new");

    @TempDir
    Path temp;

    /** The ways in which programs save. */
    enum Save {
        IN_PLACE {
            @Override
            void to(Path file, String text) throws IOException {
                Files.writeString(file, text);
            }
        },
        IN_PLACE_BY_PARTS {
            @Override
            void to(Path file, String text) throws IOException {
                try (OutputStream out = Files.newOutputStream(file)) {
                    for (String line : text.split("(?<=\n)", -1)) {
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        },
        RENAME_OVER {
            @Override
            void to(Path file, String text) throws IOException {
                Path fresh = Files.writeString(file.resolveSibling(".alice.yaml.Xa91"), text);
                Files.move(fresh, file, REPLACE_EXISTING, ATOMIC_MOVE);
            }
        },
        BACKUP_THEN_CREATE {
            @Override
            void to(Path file, String text) throws IOException {
                Files.writeString(file.resolveSibling("4913"), "");
                Files.delete(file.resolveSibling("4913"));
                Files.move(file, file.resolveSibling("alice.yaml~"), REPLACE_EXISTING);
                Files.writeString(file, text);
            }
        },
        DELETE_THEN_CREATE {
            @Override
            void to(Path file, String text) throws IOException {
                Files.delete(file);
                Files.writeString(file, text);
            }
        };

        abstract void to(Path file, String text) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void savedFileIsInForce(Save save) throws IOException {
        try (var folder = new FollowedFolder(temp)) {
            folder.client("alice.yaml", "alice", OLD).follow();
            save.to(folder.path("alice.yaml"), manifests(NEW));

            folder.awaitAccepted(NEW);
            assertThat(folder.accepts(OLD)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySaveOfManyIsFollowed(Save save) throws IOException {
        try (var folder = new FollowedFolder(temp)) {
            folder.client("alice.yaml", "alice", OLD).follow();
            for (int round = 0; round < 10; round++) {
                String token = Tokens.of("round-" + round);
                save.to(folder.path("alice.yaml"), manifests(token));
                folder.awaitAccepted(token);
            }
        }
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNotRead() throws IOException {
        for (String name : new String[] {
            "alice.yaml~", ".alice.yaml.swp", ".alice.yaml", "#alice.yaml#", ".#alice.yaml", "4913", "alice.yaml.bak"
        }) {
            Files.writeString(temp.resolve(name), manifests(OLD));
        }
        try (var folder = new FollowedFolder(temp)) {
            folder.follow();

            assertThat(folder.now().principalCount()).isZero();
        }
    }

    @Test
    void emptiedFileStaysEmpty() throws IOException {
        try (var folder = new FollowedFolder(temp)) {
            folder.client("alice.yaml", "alice", OLD).follow();
            Files.writeString(folder.path("alice.yaml"), "");

            folder.awaitRefused(OLD);
        }
    }

    private static String manifests(String token) {
        return Manifest.client("alice", "[]") + "---\n" + Manifest.clientSecret("alice", token);
    }
}
