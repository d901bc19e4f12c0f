package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.TokenRules;
import dev.gatehouse.gateway.cli.mcpjungle.JungleKind;
import dev.gatehouse.gateway.cli.mcpjungle.ReferencedFiles;
import dev.gatehouse.gateway.cli.mcpjungle.SourceFile;
import dev.gatehouse.gateway.source.directory.BoundedRead;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of an import, and those that they refer to, within bounds. */
final class JungleFiles implements ReferencedFiles {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 16;

    private final ProcessContext process;
    private final @Nullable Path output;

    /** {@code output} is the folder that the manifests will stand in, if there is one. */
    JungleFiles(ProcessContext process, @Nullable Path output) {
        this.process = process;
        this.output = output;
    }

    /** Reads files, and all JSON files below folders, each folder in the order of names. */
    List<SourceFile> read(List<Path> paths, @Nullable JungleKind kind) {
        var files = new ArrayList<SourceFile>();
        for (Path path : paths) {
            Path real = process.folder().resolve(path);
            if (!Files.isDirectory(real)) {
                files.add(read(path, real, kind));
                continue;
            }
            try (Stream<Path> below = Files.walk(real, MAX_DEPTH)) {
                List<Path> found = below.filter(each -> isSource(real.relativize(each)))
                        .limit(MAX_FILES + 1L)
                        .sorted()
                        .toList();
                if (found.isEmpty() || found.size() > MAX_FILES) {
                    String problem =
                            found.isEmpty() ? "holds no .json file" : "holds more than " + MAX_FILES + " files";
                    files.add(new SourceFile(path.toString(), null, problem, kind));
                } else {
                    found.forEach(each -> files.add(read(path.resolve(real.relativize(each)), each, kind)));
                }
            } catch (IOException e) {
                files.add(new SourceFile(path.toString(), null, BoundedRead.reason(e), kind));
            }
        }
        return files;
    }

    @Override
    public SecretValue read(String path) throws IOException {
        try {
            return TokenRules.stripped(BoundedRead.read(process.folder().resolve(path), MAX_BYTES));
        } catch (InvalidPathException e) {
            throw new IOException("is no path of a file", e);
        }
    }

    @Override
    public String fromOutput(String path) {
        Path file = process.folder().resolve(path).toAbsolutePath().normalize();
        return output == null
                ? file.toString()
                : process.folder()
                        .resolve(output)
                        .toAbsolutePath()
                        .normalize()
                        .relativize(file)
                        .toString();
    }

    private static SourceFile read(Path shown, Path real, @Nullable JungleKind kind) {
        JungleKind told = kind != null ? kind : JungleKind.ofFolder(shown).orElse(null);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(BoundedRead.read(real, MAX_BYTES));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new SourceFile(shown.toString(), text, null, told);
        } catch (CharacterCodingException e) {
            return new SourceFile(shown.toString(), null, "is not UTF-8 text", told);
        } catch (IOException e) {
            return new SourceFile(shown.toString(), null, BoundedRead.reason(e), told);
        }
    }

    private static boolean isSource(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return below.toString().endsWith(".json");
    }
}
