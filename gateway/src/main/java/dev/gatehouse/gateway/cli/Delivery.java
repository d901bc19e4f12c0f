package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.manifest.MadeObjects;
import dev.gatehouse.gateway.cli.manifest.ManifestYaml;
import dev.gatehouse.gateway.cli.manifest.OutputFolder;
import dev.gatehouse.gateway.cli.manifest.Remark;
import dev.gatehouse.model.resource.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Hands made objects over: all of them or, if there is an error, none. Remarks go to standard error. */
final class Delivery {

    private static final int REFUSED = 1;

    private final CommandSpec command;
    private final ProcessContext process;
    private final OutputOptions output;

    Delivery(CommandSpec command, ProcessContext process, OutputOptions output) {
        this.command = command;
        this.process = process;
        this.output = output;
    }

    /** Takes judged objects and returns the exit code. */
    int deliver(MadeObjects made) {
        PrintWriter err = command.commandLine().getErr();
        made.remarks().forEach(err::println);
        err.flush();
        if (made.isRefused()) {
            return refuse();
        }
        Path folder = output.outputDir();
        int exitCode = folder == null ? print(made) : write(made, folder, err);
        if (exitCode == 0) {
            made.looseTokens().forEach(token -> err.println("token, shown only now: " + token.text()));
            err.flush();
        }
        return exitCode;
    }

    private int print(MadeObjects made) {
        PrintWriter out = command.commandLine().getOut();
        out.print(new ManifestYaml(output.target()).documents(made.resources()));
        out.flush();
        return 0;
    }

    private int write(MadeObjects made, Path folder, PrintWriter err) {
        List<String> files;
        try {
            files = new OutputFolder(process.folder().resolve(folder), output.target()).write(made.resources());
        } catch (FileAlreadyExistsException e) {
            err.println(
                    Remark.error(shown(e.getFile()), "is there already; move it away, or write to another folder."));
            return refuse();
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName();
            err.println(
                    Remark.error(folder.toString(), "cannot be written to (" + reason + "); see to its permissions."));
            return refuse();
        }
        files.forEach(file -> err.println("wrote " + folder.resolve(file)));
        if (made.resources().stream().anyMatch(resource -> resource.kind() == Kind.SECRET)) {
            err.println("keep " + folder.resolve("secrets") + " out of git");
        }
        err.flush();
        return 0;
    }

    private int refuse() {
        PrintWriter err = command.commandLine().getErr();
        err.println(command.qualifiedName() + ": nothing was written");
        err.flush();
        return REFUSED;
    }

    private String shown(String file) {
        Path path = Path.of(file);
        Path current = process.folder();
        return current.toString().isEmpty() || !path.startsWith(current)
                ? file
                : current.relativize(path).toString();
    }
}
