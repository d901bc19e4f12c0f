package dev.gatehouse.gateway.cli;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code client/NAMESPACE/NAME} and {@code user/NAMESPACE/NAME}, as audit events spell them. */
final class PrincipalFlag implements ITypeConverter<PrincipalKey> {

    @Override
    public PrincipalKey convert(String text) {
        String[] parts = text.split("/", -1);
        for (PrincipalKind kind : PrincipalKind.values()) {
            if (parts.length == 3 && parts[0].equals(kind.label()) && !parts[1].isEmpty() && !parts[2].isEmpty()) {
                return new PrincipalKey(kind, parts[1], parts[2]);
            }
        }
        throw new TypeConversionException(
                "'" + text + "' is not a principal such as client/team-a/cursor or user/team-a/alice");
    }
}
