package dev.gatehouse.gateway.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the gateways of this process log while it is open: the message and its pairs, as a reader sees them. */
public final class LogLines implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.gatehouse.gateway");
    private final Appender appender = new Appender();

    private LogLines() {}

    public static LogLines open() {
        var log = new LogLines();
        log.appender.start();
        log.logger.addAppender(log.appender);
        return log;
    }

    /** Those that hold all of {@code words}. */
    public List<String> with(String... words) {
        return lines.stream()
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            var line = new StringBuilder(event.getFormattedMessage());
            if (event.getKeyValuePairs() != null) {
                event.getKeyValuePairs().forEach(pair -> line.append(' ').append(pair));
            }
            lines.add(line.toString());
        }
    }
}
