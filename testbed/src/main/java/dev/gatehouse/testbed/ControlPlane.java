package dev.gatehouse.testbed;

import io.fabric8.kubeapitest.Utils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An etcd and an API server on ports of loopback, as two processes. One folder holds their data and logs. Closing kills both.
 *
 * @param port of the API server
 */
record ControlPlane(ControlPlaneProcess etcd, ControlPlaneProcess apiServer, int port, Certificates certificates)
        implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Starts one; returns before it is ready.
     *
     * @param more flags of the API server
     */
    static ControlPlane start(Path binaries, Certificates certificates, Path folder, List<String> more) {
        int client = Utils.findFreePort();
        int peer = Utils.findFreePort();
        int port = Utils.findFreePort();
        ControlPlaneProcess etcd = ControlPlaneProcess.start(
                etcd(binaries, folder.resolve("etcd"), client, peer), folder.resolve("etcd.log"));
        try {
            var command = new ArrayList<>(apiServer(binaries, certificates, folder, port));
            command.add("--etcd-servers=http://" + LOOPBACK + ":" + client);
            command.addAll(more);
            return new ControlPlane(
                    etcd, ControlPlaneProcess.start(command, folder.resolve("kube-apiserver.log")), port, certificates);
        } catch (RuntimeException e) {
            etcd.close();
            throw e;
        }
    }

    /** For an administrator. */
    String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: testbed
                    cluster: {server: "https://%s:%d", certificate-authority: "%s"}
                users:
                  - name: admin
                    user: {client-certificate: "%s", client-key: "%s"}
                contexts:
                  - name: testbed
                    context: {cluster: testbed, user: admin, namespace: default}
                current-context: testbed
                """.formatted(LOOPBACK, port, certificates.server(), certificates.client(), certificates.clientKey());
    }

    boolean isAlive() {
        return etcd.isAlive() && apiServer.isAlive();
    }

    /** Why it is not ready. */
    String lastWords() {
        return etcd.isAlive() ? apiServer.lastWords() : etcd.lastWords();
    }

    /** It survives the end of its process, and need not survive that of the machine. */
    private static List<String> etcd(Path binaries, Path data, int client, int peer) {
        String clients = "http://" + LOOPBACK + ":" + client;
        String peers = "http://" + LOOPBACK + ":" + peer;
        return List.of(
                binaries.resolve("etcd").toString(),
                "--data-dir=" + data,
                "--unsafe-no-fsync",
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers);
    }

    private static List<String> apiServer(Path binaries, Certificates certificates, Path folder, int port) {
        return List.of(
                binaries.resolve("kube-apiserver").toString(),
                "--bind-address=" + LOOPBACK,
                "--advertise-address=" + LOOPBACK,
                "--endpoint-reconciler-type=none",
                "--secure-port=" + port,
                "--tls-cert-file=" + certificates.server(),
                "--tls-private-key-file=" + certificates.serverKey(),
                "--cert-dir=" + folder,
                "--client-ca-file=" + certificates.client(),
                "--authorization-mode=RBAC",
                "--disable-admission-plugins=ServiceAccount",
                "--service-account-issuer=https://localhost",
                "--service-account-key-file=" + certificates.serverKey(),
                "--service-account-signing-key-file=" + certificates.serverKey(),
                "--service-cluster-ip-range=10.0.0.0/24",
                "--allow-privileged=true");
    }

    @Override
    public void close() {
        apiServer.close();
        etcd.close();
    }
}
