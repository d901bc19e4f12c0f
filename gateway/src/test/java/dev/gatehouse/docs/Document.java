package dev.gatehouse.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documentation. */
record Document(Path path, List<String> lines) {

    /** The root of the repository; tests run in their module. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** A fenced block: its language, the number of its first line in the page, and its text. */
    record Block(String language, int line, String text) {}

    /** All pages at the top of the repository, in docs and beside the examples. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(REPOSITORY);
                Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"));
                Stream<Path> examples = Files.walk(REPOSITORY.resolve("examples"))) {
            for (Path path : Stream.of(top, docs, examples)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList()) {
                documents.add(new Document(path, Files.readAllLines(path)));
            }
        }
        return documents;
    }

    static Document named(String name) throws IOException {
        Path path = REPOSITORY.resolve(name);
        return new Document(path, Files.readAllLines(path));
    }

    String name() {
        return REPOSITORY.relativize(path).toString();
    }

    String text() {
        return String.join("\n", lines);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            if (from < 0) {
                from = i;
            } else {
                String text = String.join("\n", lines.subList(from + 1, i));
                blocks.add(new Block(lines.get(from).substring(3).strip(), from + 2, text));
                from = -1;
            }
        }
        return blocks;
    }

    /** The page without its fenced blocks, where a bracket is a bracket and not a link. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (!inside) {
                prose.add(line);
            }
        }
        return prose;
    }
}
