package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.traffic.Rights;
import dev.gatehouse.bench.traffic.Token;
import java.nio.file.Path;

/**
 * nginx as a plain reverse proxy that knows tokens: the lightest thing that could stand in the gateway's place. Upstream
 * connections are kept, bodies stream in both directions, as they do through the gateway, no access log.
 *
 * @param tuned true: through buffers of 64 KB instead of a page, as one would tune it for large bodies
 */
record NginxConfig(Path folder, int port, int upstreamPort, int callers, int workers, boolean tuned) {

    private static final String TUNED = "client_body_buffer_size 64k; proxy_buffer_size 64k; proxy_buffers 8 64k;";

    String text() {
        var tokens = new StringBuilder();
        Rights.tokens(callers).forEach(token -> tokens.append("    \"%s\" granted;\n".formatted(token.header())));
        tokens.append("    \"%s\" barred;\n".formatted(Token.BARRED.header()));
        return """
            worker_processes %1$d;
            daemon off;
            pid %2$s/nginx.pid;
            error_log %2$s/error.log warn;
            events { worker_connections 2048; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              client_max_body_size 16m;
              client_body_temp_path %2$s/body;
              proxy_temp_path %2$s/proxy;
              fastcgi_temp_path %2$s/fastcgi;
              uwsgi_temp_path %2$s/uwsgi;
              scgi_temp_path %2$s/scgi;
              map_hash_bucket_size 128;
              map_hash_max_size 8192;
              map $http_authorization $caller {
                default unknown;
            %3$s  }
              upstream mcp {
                server 127.0.0.1:%4$d;
                keepalive 512;
                keepalive_requests 1000000000;
              }
              server {
                listen 127.0.0.1:%5$d;
                location /mcp {
                  if ($caller = unknown) { return 401; }
                  if ($caller = barred) { return 403; }
                  proxy_pass http://mcp;
                  proxy_http_version 1.1;
                  proxy_request_buffering off;
                  proxy_buffering off;
                  proxy_set_header Connection "";
                  proxy_set_header Authorization "";
                  %6$s
                }
              }
            }
            """.formatted(workers, folder, tokens, upstreamPort, port, tuned ? TUNED : "");
    }
}
