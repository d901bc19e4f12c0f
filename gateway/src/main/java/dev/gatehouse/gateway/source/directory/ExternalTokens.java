package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code file} and {@code env} tokens, without the white space around them. A value that has not changed is
 * the same instance. Used by one thread.
 */
final class ExternalTokens {

    private static final int MAX_BYTES = 64 << 10;

    private record Known(
            @Nullable FileStamp stamp, @Nullable SecretValue value) {}

    private final Path root;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Map<ExternalRef, Known> known = new HashMap<>();

    ExternalTokens(Path root, Map<String, String> environment, Clock clock) {
        this.root = root;
        this.environment = environment;
        this.clock = clock;
    }

    /** Takes what is referenced now; values known already are not read again. True: there are other references. */
    boolean require(Set<ExternalRef> refs) {
        if (known.keySet().equals(refs)) {
            return false;
        }
        known.keySet().retainAll(refs);
        refs.forEach(ref -> known.computeIfAbsent(ref, fresh -> read(fresh, null)));
        return true;
    }

    /** Reads again what has changed. True: a value is another one now. */
    boolean recheck() {
        boolean changed = false;
        for (Map.Entry<ExternalRef, Known> entry : known.entrySet()) {
            Known before = entry.getValue();
            Known now = read(entry.getKey(), before);
            changed |= !sameValue(before.value(), now.value());
            entry.setValue(now);
        }
        return changed;
    }

    /** What could be read; a reference that is not in it could not. */
    Map<ExternalRef, SecretValue> values() {
        var values = new HashMap<ExternalRef, SecretValue>();
        known.forEach((ref, token) -> {
            if (token.value() != null) {
                values.put(ref, token.value());
            }
        });
        return values;
    }

    /** The folders in which a change of a token file shows, with those that links lead to. */
    Set<Path> folders() {
        var folders = new TreeSet<Path>();
        for (ExternalRef ref : known.keySet()) {
            Path file = path(ref);
            if (file != null) {
                addParent(file, folders);
                addParent(target(file), folders);
            }
        }
        folders.removeIf(folder -> !Files.isDirectory(folder));
        return folders;
    }

    private Known read(ExternalRef ref, @Nullable Known before) {
        return switch (ref) {
            case ExternalRef.Env(String name) -> {
                String value = environment.get(name);
                yield new Known(null, value == null ? null : keep(before, SecretValue.of(value.strip())));
            }
            case ExternalRef.File file -> readFile(file, before);
        };
    }

    private Known readFile(ExternalRef.File ref, @Nullable Known before) {
        Path file = path(ref);
        if (file == null) {
            return new Known(null, null);
        }
        try {
            FileStamp stamp = FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            if (before != null && stamp.equals(before.stamp())) {
                return before;
            }
            String text = new String(BoundedRead.read(file, MAX_BYTES), StandardCharsets.UTF_8);
            FileStamp trusted = stamp.isYoungAt(clock.instant()) ? null : stamp;
            return new Known(trusted, keep(before, SecretValue.of(text.strip())));
        } catch (IOException e) {
            // The translation says that it could not be read, at the object that refers to it.
            return new Known(null, null);
        }
    }

    private @Nullable Path path(ExternalRef ref) {
        return switch (ref) {
            case ExternalRef.Env env -> null;
            case ExternalRef.File(String path) -> {
                try {
                    yield root.resolve(path).toAbsolutePath().normalize();
                } catch (InvalidPathException e) {
                    yield null;
                }
            }
        };
    }

    /** Where links lead; a file that does not exist yet stands for itself. */
    private static Path target(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static void addParent(Path file, Set<Path> folders) {
        Path parent = file.getParent();
        if (parent != null) {
            folders.add(parent);
        }
    }

    private static SecretValue keep(@Nullable Known before, SecretValue value) {
        return before != null && before.value() != null && value.equals(before.value()) ? before.value() : value;
    }

    private static boolean sameValue(@Nullable SecretValue a, @Nullable SecretValue b) {
        return a == null ? b == null : a.equals(b);
    }
}
