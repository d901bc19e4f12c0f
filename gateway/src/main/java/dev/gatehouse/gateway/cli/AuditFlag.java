package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.audit.AuditDestination;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code stdout}, {@code none} or the path of a file. */
final class AuditFlag implements ITypeConverter<AuditDestination> {

    @Override
    public AuditDestination convert(String text) {
        if (text.equals("stdout")) {
            return new AuditDestination.StandardOutput();
        }
        if (text.equals("none")) {
            return new AuditDestination.None();
        }
        try {
            return new AuditDestination.File(Path.of(text));
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is neither stdout nor none nor the path of a file");
        }
    }
}
