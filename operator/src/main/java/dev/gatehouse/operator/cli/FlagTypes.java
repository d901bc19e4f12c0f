package dev.gatehouse.operator.cli;

import dev.gatehouse.model.option.HostPort;
import dev.gatehouse.model.option.Interval;
import java.net.InetSocketAddress;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the operator's flags take what {@code model.option} reads. */
final class FlagTypes {

    private FlagTypes() {}

    /** Where to listen, which must be of this machine at once; {@code 0.0.0.0:8444} is every interface. */
    static final class Listen implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            HostPort at = parse(text);
            var address = new InetSocketAddress(at.host(), at.port());
            if (address.isUnresolved()) {
                throw new TypeConversionException(
                        "'" + at.host() + "' is not an address of this machine or a name for one");
            }
            return address;
        }

        private static HostPort parse(String text) {
            try {
                return HostPort.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** How long to wait, or how often to look. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Interval.parse(text).duration();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
