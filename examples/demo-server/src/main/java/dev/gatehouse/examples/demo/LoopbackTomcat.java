package dev.gatehouse.examples.demo;

import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** An embedded Tomcat with one servlet behind one filter, reachable on 127.0.0.1 only. */
final class LoopbackTomcat implements AutoCloseable {

    static final String PATH = "/mcp";

    private static final String HOST = "127.0.0.1";

    private final Tomcat tomcat;
    private final Path folder;

    /** Held because the logging system forgets the level of a logger that nobody refers to. */
    private final List<Logger> quiet;

    private LoopbackTomcat(Tomcat tomcat, Path folder, List<Logger> quiet) {
        this.tomcat = tomcat;
        this.folder = folder;
        this.quiet = quiet;
    }

    static LoopbackTomcat start(int port, HttpServlet servlet, HttpFilter filter) {
        List<Logger> quiet = List.of(
                quietened("org.apache.catalina", Level.WARNING),
                quietened("org.apache.coyote", Level.WARNING),
                quietened("org.apache.catalina.loader", Level.SEVERE));
        try {
            Path folder = Files.createTempDirectory("gatehouse-demo-");
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.toString());
            tomcat.setConnector(connector(port));
            StandardContext context = (StandardContext) tomcat.addContext("", folder.toString());
            context.setClearReferencesThreadLocals(false);
            context.setClearReferencesRmiTargets(false);
            serve(context, servlet, filter);
            tomcat.start();
            return new LoopbackTomcat(tomcat, folder, quiet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("the demo server did not start on port " + port, e);
        }
    }

    /** The loader warns of every thread that outlives the application, the SDK's shared schedulers among them. */
    private static Logger quietened(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", HOST);
        connector.setThrowOnFailure(true);
        return connector;
    }

    private static void serve(Context context, HttpServlet servlet, HttpFilter filter) {
        FilterDef recording = new FilterDef();
        recording.setFilterName("recording");
        recording.setFilter(filter);
        recording.setAsyncSupported("true");
        context.addFilterDef(recording);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("recording");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        Tomcat.addServlet(context, "mcp", servlet).setAsyncSupported(true);
        context.addServletMapping("/*", "mcp");
    }

    URI url() {
        return URI.create("http://" + HOST + ":" + tomcat.getConnector().getLocalPort() + PATH);
    }

    @Override
    public void close() {
        try {
            stopAndTidy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("the demo server did not stop", e);
        } finally {
            quiet.forEach(logger -> logger.setLevel(null));
        }
    }

    private void stopAndTidy() throws LifecycleException, IOException {
        tomcat.stop();
        tomcat.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
