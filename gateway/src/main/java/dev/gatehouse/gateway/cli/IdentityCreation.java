package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.identity.NewIdentity;
import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.gateway.cli.identity.TokenRules;
import dev.gatehouse.gateway.cli.manifest.MadeObjects;
import dev.gatehouse.gateway.cli.manifest.Remark;
import dev.gatehouse.gateway.cli.mcpjungle.ImportSettings;
import dev.gatehouse.gateway.cli.mcpjungle.JungleImporter;
import dev.gatehouse.gateway.cli.mcpjungle.JungleKind;
import dev.gatehouse.gateway.source.directory.BoundedRead;
import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What both {@code gatehouse create} commands do: make one identity, from their options or from a file of MCPJungle. */
final class IdentityCreation {

    private final CommandSpec command;
    private final ProcessContext process;
    private final IdentityOptions options;
    private final OutputOptions output;
    private final List<Remark> remarks = new ArrayList<>();

    IdentityCreation(CommandSpec command, ProcessContext process, IdentityOptions options, OutputOptions output) {
        this.command = command;
        this.process = process;
        this.options = options;
        this.output = output;
    }

    /** Returns the exit code; {@code profileGiven} says whether any option has set something of the profile. */
    int create(Profile profile, boolean profileGiven) {
        Path conf = options.conf();
        String name = options.name();
        boolean described = name != null
                || profileGiven
                || options.token().isGiven()
                || !options.allow().isEmpty();
        if ((conf == null) == (name == null) || (conf != null && described)) {
            throw new ParameterException(
                    command.commandLine(), "give a NAME and options that describe it, or --conf FILE and none of them");
        }
        MadeObjects made =
                conf != null ? fromFile(conf, profile.kind()) : fromOptions(name == null ? "" : name, profile);
        return new Delivery(command, process, output).deliver(made.judgedFor(output.target()));
    }

    private MadeObjects fromFile(Path conf, PrincipalKind kind) {
        var settings = new ImportSettings(output.namespace(), output.target(), options.digestOnly(), Optional.empty());
        var files = new JungleFiles(process, output.outputDir());
        return new JungleImporter(settings, process.environment(), files, process.random())
                .importAll(
                        files.read(List.of(conf), kind == PrincipalKind.CLIENT ? JungleKind.CLIENT : JungleKind.USER));
    }

    private MadeObjects fromOptions(String name, Profile profile) {
        SecretValue given = givenToken();
        if (remarks.stream().anyMatch(Remark::error)) {
            return new MadeObjects(List.of(), Map.of(), Map.of(), remarks, List.of());
        }
        var loose = new ArrayList<MintedToken>();
        SecretValue token = given;
        if (token == null) {
            MintedToken minted = MintedToken.mint(process.random());
            token = SecretValue.of(minted.text());
            if (options.digestOnly()) {
                loose.add(minted);
            }
        }
        TokenPlace place = options.digestOnly() ? TokenPlace.Elsewhere.of(token) : new TokenPlace.InSecret(token);
        var identity = new NewIdentity(output.namespace(), name, profile, place, options.allow());
        return new MadeObjects(identity.objects(), Map.of(), Map.of(), remarks, loose);
    }

    /** Null where none is given, and also, with an error, where it cannot be read. */
    private @Nullable SecretValue givenToken() {
        String text = options.token().text();
        String file = options.token().file();
        if (text != null) {
            remarks.add(Remark.warning(
                    "--token",
                    "other users of this machine can see it in the list of processes;" + " use --token-file."));
            return judged("--token", SecretValue.of(text));
        }
        if (file == null) {
            return null;
        }
        try {
            return judged("--token-file", new TokenInput(process).read(file));
        } catch (IOException e) {
            remarks.add(Remark.error("--token-file", file + " " + BoundedRead.reason(e) + "."));
            return null;
        }
    }

    private SecretValue judged(String flag, SecretValue token) {
        String objection = TokenRules.objection(token);
        if (objection != null) {
            remarks.add(Remark.error(flag, "the token " + objection + "."));
        }
        return token;
    }
}
