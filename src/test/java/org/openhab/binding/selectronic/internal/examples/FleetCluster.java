/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.examples;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * RabbitMQ nodes and a PostgreSQL on loopback, from Debian's packages, with the configuration of the example. All
 * processes end with it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class FleetCluster implements AutoCloseable {
    private static final Path RABBITMQ = Path.of("/usr/lib/rabbitmq/bin");
    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<String, Process> processes = new HashMap<>();
    private final Map<String, Double> spent = new HashMap<>();
    private final Deque<String> order = new ArrayDeque<>();
    private final Map<String, Integer> mqttPorts = new HashMap<>();
    private final Map<String, Integer> distributionPorts = new HashMap<>();
    private final int epmdPort = freePort();
    private final boolean root = "root".equals(System.getProperty("user.name"));

    /** @param folder where everything is kept that they write */
    FleetCluster(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** @return what is missing, empty if nothing is */
    static Optional<String> obstacle() throws IOException {
        List<String> missing = new ArrayList<>();
        if (!Files.isExecutable(RABBITMQ.resolve("rabbitmq-server"))) {
            missing.add("rabbitmq-server");
        }
        if (postgresql().isEmpty()) {
            missing.add("postgresql");
        }
        if (Mosquitto.obstacle().isPresent()) {
            missing.addAll(List.of("mosquitto", "mosquitto-clients"));
        }
        return missing.isEmpty() ? Optional.empty()
                : Optional.of("Many sites on a cluster are not tested: install the packages "
                        + String.join(", ", missing) + " of Debian.");
    }

    private static Optional<Path> postgresql() throws IOException {
        if (!Files.isDirectory(POSTGRESQL)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(POSTGRESQL)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.exists(bin.resolve("initdb")))
                    .sorted().reduce((first, second) -> second);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    /** Waits for something that needs real time. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not come about: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    Process start(String name, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".out").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.put(name, process);
        order.remove(name);
        order.push(name);
        return process;
    }

    /** Runs a program to its end and returns what it says. */
    String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
            return said;
        }
    }

    /**
     * Makes the nodes known to each other and to their users.
     *
     * @param nodes their names
     * @param definitions users and what they may, as JSON
     */
    void configure(List<String> nodes, String definitions) throws IOException {
        Path file = Files.writeString(folder.resolve("definitions.json"), definitions);
        Files.writeString(folder.resolve("advanced.config"), Example.text("fleet/advanced.config"));
        Files.writeString(folder.resolve("enabled_plugins"), "[rabbitmq_mqtt].\n");
        Path cookie = Files.writeString(folder.resolve(".erlang.cookie"), "NOTASECRETBUTLONGENOUGH");
        Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("r--------"));
        String common = Example.text("fleet/rabbitmq.conf").replaceAll("(?m)^ssl_options.*\n", "")
                .replaceAll("(?m)^cluster_formation.classic_config.*\n", "")
                .replaceAll("(?m)^mqtt.listeners.tcp = none\n", "")
                .replace("/etc/rabbitmq/definitions.json", file.toString());
        for (int n = 0; n < nodes.size(); n++) {
            common += "cluster_formation.classic_config.nodes." + (n + 1) + " = " + nodes.get(n) + "@localhost\n";
        }
        for (String node : nodes) {
            mqttPorts.put(node, freePort());
            distributionPorts.put(node, freePort());
            Files.writeString(folder.resolve(node + ".conf"),
                    common.replace("mqtt.listeners.ssl.1 = 8883", "mqtt.listeners.tcp.1 = 127.0.0.1:" + mqttPort(node))
                            .replace("127.0.0.1:5672", "127.0.0.1:" + freePort()));
        }
    }

    int mqttPort(String node) {
        return Objects.requireNonNull(mqttPorts.get(node));
    }

    private Map<String, String> environment(String node) {
        Map<String, String> all = new HashMap<>(Map.of("HOME", folder.toString(), "ERL_EPMD_ADDRESS", "127.0.0.1",
                "ERL_EPMD_PORT", String.valueOf(epmdPort), "RABBITMQ_NODENAME", node + "@localhost",
                "RABBITMQ_CONFIG_FILE", folder.resolve(node + ".conf").toString(), "RABBITMQ_ADVANCED_CONFIG_FILE",
                folder.resolve("advanced.config").toString(), "RABBITMQ_ENABLED_PLUGINS_FILE",
                folder.resolve("enabled_plugins").toString(), "RABBITMQ_MNESIA_BASE", folder.resolve("data").toString(),
                "RABBITMQ_LOG_BASE", folder.resolve("log").toString()));
        all.put("RABBITMQ_DIST_PORT", String.valueOf(distributionPorts.get(node)));
        all.put("RABBITMQ_PID_FILE", folder.resolve(node + ".pid").toString());
        all.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
        return all;
    }

    /** Starts a node. */
    void startNode(String node) throws IOException {
        if (!processes.containsKey("epmd")) {
            start("epmd", Map.of(), "epmd", "-address", "127.0.0.1", "-port", String.valueOf(epmdPort));
        }
        start(node, environment(node), RABBITMQ.resolve("rabbitmq-server").toString());
    }

    /** Waits until a node takes connections. */
    void awaitNode(String node) throws Exception {
        await(node + " is up", () -> {
            try {
                run(environment(node), RABBITMQ.resolve("rabbitmq-diagnostics").toString(), "-q", "check_port_listener",
                        String.valueOf(mqttPort(node)));
                return true;
            } catch (IOException e) {
                assertThat(node + " runs", Objects.requireNonNull(processes.get(node)).isAlive(), is(true));
                return false;
            }
        });
    }

    String control(String node, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(RABBITMQ.resolve("rabbitmqctl").toString(), "-q"));
        command.addAll(List.of(arguments));
        return run(environment(node), command.toArray(String[]::new));
    }

    /** Kills a process and what it has started, as a failure of the power does. */
    void kill(String name) throws IOException, InterruptedException {
        Process process = processes.remove(name);
        if (process != null) {
            spent.merge(name, cpuSeconds(process.toHandle()), Double::sum);
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
    }

    /** @return seconds of processor time that a process of this name and those that it has started have used so far */
    double cpuSeconds(String name) throws IOException {
        Process process = processes.get(name);
        return spent.getOrDefault(name, 0.0) + (process == null ? 0 : cpuSeconds(process.toHandle()));
    }

    private static double cpuSeconds(ProcessHandle process) throws IOException {
        double sum = 0;
        for (ProcessHandle each : Stream.concat(process.descendants(), Stream.of(process)).toList()) {
            Path file = Path.of("/proc", String.valueOf(each.pid()), "stat");
            if (Files.exists(file)) {
                // after the name in brackets: own time, and that of children that have ended, in hundredths
                String[] fields = Files.readString(file).replaceFirst("(?s).*\\) ", "").split(" ");
                sum += Arrays.stream(fields, 11, 15).mapToDouble(Double::parseDouble).sum() / 100;
            }
        }
        return sum;
    }

    /** Programs that refuse to run as root run as PostgreSQL's own user. */
    String[] asDatabaseUser(String... command) {
        return root ? Stream.concat(Stream.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"),
                Arrays.stream(command)).toArray(String[]::new) : command;
    }

    /** Makes a database in the folder, reached by a socket file there. */
    void makeDatabase() throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("db"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        run(Map.of(), asDatabaseUser(postgresql().orElseThrow().resolve("initdb").toString(), "-A", "trust", "-E",
                "UTF8", "--locale=C", "-U", "fleet", "-D", home.resolve("data").toString()));
    }

    /** Starts it. */
    void startDatabase() throws Exception {
        Path home = folder.resolve("db");
        start("postgres", Map.of(), asDatabaseUser(postgresql().orElseThrow().resolve("postgres").toString(), "-D",
                home.resolve("data").toString(), "-k", home.toString(), "-c", "listen_addresses="));
        await("the database is up", () -> {
            try {
                return "1".equals(query("SELECT 1"));
            } catch (IOException e) {
                return false;
            }
        });
    }

    Map<String, String> databaseEnvironment() {
        return Map.of("PGHOST", folder.resolve("db").toString(), "PGUSER", "fleet", "PGDATABASE", "postgres");
    }

    /** @return the answer, its fields separated by bars */
    String query(String sql) throws IOException, InterruptedException {
        return run(databaseEnvironment(), "psql", "-X", "-q", "-A", "-t", "-c", sql).strip();
    }

    @Override
    public void close() throws IOException {
        try {
            for (String name : List.copyOf(order)) {
                kill(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
