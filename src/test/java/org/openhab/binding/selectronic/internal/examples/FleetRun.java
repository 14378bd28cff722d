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
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.bench.Machine;
import org.openhab.binding.selectronic.bench.Results;
import org.openhab.binding.selectronic.bench.Table;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The configuration of {@code examples/fleet} as it stands, run with many sites at their real pace: Mosquitto as the
 * brokers of all sites, a RabbitMQ cluster, PostgreSQL. A node of the cluster is killed and brought back, and the
 * database too. Not part of the ordinary build, because it takes minutes.
 * <p>
 * On loopback without TLS; Mosquitto is one process with a bridge for each site. What stands in for systemd is a loop
 * of
 * the shell.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FleetRun {
    private static final int SITES = Objects.requireNonNull(Integer.getInteger("fleet.sites", 200));
    private static final int NODES = Objects.requireNonNull(Integer.getInteger("fleet.nodes", 2));
    private static final int SECONDS = Objects.requireNonNull(Integer.getInteger("fleet.seconds", 75));
    private static final Duration NODE_AWAY = Duration.ofSeconds(20);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(5);
    /** Messages of one site in a day besides full rounds, as measured by RepublishedDay. */
    private static final int MESSAGES_OF_A_DAY = 9200;
    private static final int RECORDED_SERIES = 9;
    private static final String PASSWORD = "not-a-secret";
    private static final List<String> NAMES = List.of("one", "two", "three", "four", "five");

    @TempDir
    private @NonNullByDefault({}) Path folder;
    private final List<String> nodes = NAMES.subList(0, NODES);
    private final List<String> serials = IntStream.range(0, SITES).mapToObj(n -> String.valueOf(240_001 + n)).toList();
    private final List<String> channels = channels();
    private final Random random = new Random(1);
    private final Map<String, Integer> published = new HashMap<>();
    private @NonNullByDefault({}) FleetCluster cluster;
    private @NonNullByDefault({}) Mosquitto sites;
    private int sitePort;

    private static List<String> channels() {
        List<String> all = new ArrayList<>();
        Matcher names = Pattern.compile(" SpProMqtt_(\\w+__\\w+) ").matcher(Example.text("mqtt/republish.items"));
        while (names.find()) {
            all.add(names.group(1).replace("__", "/").replace("_", "-"));
        }
        return all;
    }

    @Test
    void manySitesOnACluster() throws Exception {
        FleetCluster.obstacle().ifPresent(Objects.requireNonNull(System.out)::println);
        assumeTrue(FleetCluster.obstacle().isEmpty(), () -> "packages are missing");
        Machine machine = Machine.here();
        try (FleetCluster cluster = new FleetCluster(folder)) {
            this.cluster = cluster;
            begin();
            try {
                measure(machine);
            } finally {
                sites.stop();
            }
        }
    }

    private void begin() throws Exception {
        cluster.configure(nodes, definitions());
        for (String node : nodes) {
            cluster.startNode(node);
            cluster.awaitNode(node);
        }
        cluster.makeDatabase();
        cluster.startDatabase();
        startIntake();
        FleetCluster.await("the intake has its queue",
                () -> cluster.control("one", "list_queues", "name", "type").contains("quorum")
                        && "1".equals(cluster.query("SELECT count(*) FROM pg_tables WHERE tablename = 'reading'")));
        int port = FleetCluster.freePort();
        sites = new Mosquitto(siteConfiguration(port));
        sites.start();
        sitePort = port;
    }

    private void measure(Machine machine) throws Exception {
        Map<String, Double> before = cpu();
        long disk = bytes(folder.resolve("data"));
        Instant begin = Instant.now();
        Instant killed = begin.plusSeconds(SECONDS / 3);
        Instant back = killed.plus(NODE_AWAY);
        Instant databaseKilled = back.plusSeconds(SECONDS / 6);
        Instant end = begin.plusSeconds(SECONDS);
        boolean nodeKilled = false;
        boolean nodeBack = false;
        boolean databaseDone = false;
        try (MqttPublisher publisher = openPublisher()) {
            publisher.publish("fleet/249001/battery/power", "1 " + begin);
            publisher.publish("fleet/249002/forged/value", "1 " + begin);
            // a full round of all sites at once, as each quarter of an hour, and an hour of each recorded series
            for (String serial : serials) {
                for (String channel : channels) {
                    publish(publisher, serial, channel, Instant.now());
                }
                Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(30));
                for (int series = 0; series < RECORDED_SERIES; series++) {
                    publish(publisher, serial, "history/series-" + series, hour);
                }
            }
            publisher.flush();
            double rate = (double) MESSAGES_OF_A_DAY * SITES / Duration.ofDays(1).toSeconds();
            double due = 0;
            while (Instant.now().isBefore(end)) {
                Instant now = Instant.now();
                due += -Math.log(1 - random.nextDouble()) / rate;
                LockSupport.parkNanos(Math.round(due * 1e9) - Duration.between(begin, now).toNanos());
                publish(publisher, serials.get(random.nextInt(SITES)), channels.get(random.nextInt(channels.size())),
                        Instant.now());
                publisher.flush();
                if (!nodeKilled && now.isAfter(killed)) {
                    nodeKilled = true;
                    cluster.kill(nodes.get(1));
                } else if (!nodeBack && now.isAfter(back)) {
                    nodeBack = true;
                    cluster.startNode(nodes.get(1));
                } else if (!databaseDone && now.isAfter(databaseKilled)) {
                    databaseDone = true;
                    cluster.kill("postgres");
                    LockSupport.parkNanos(DATABASE_AWAY.toNanos());
                    cluster.startDatabase();
                }
            }
            FleetCluster.await("the broker of the sites has everything", publisher::isConfirmed);
        }
        int all = published.values().stream().mapToInt(each -> each).sum();
        FleetCluster.await("all messages are rows",
                () -> Integer.parseInt(cluster.query("SELECT count(*) FROM reading")) >= all);
        Duration took = Duration.between(begin, Instant.now());
        Map<String, Double> after = cpu();
        check();
        report(machine, all, took, before, after, bytes(folder.resolve("data")) - disk, killed, back);
    }

    private MqttPublisher openPublisher() throws Exception {
        MqttPublisher[] opened = new MqttPublisher[1];
        FleetCluster.await("the broker of the sites is up", () -> {
            try {
                opened[0] = new MqttPublisher(sitePort);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return opened[0];
    }

    private void publish(MqttPublisher publisher, String serial, String channel, Instant time) throws IOException {
        String value = String.format(Locale.ROOT, "%.1f", 100 + 5000 * random.nextDouble());
        publisher.publish("fleet/" + serial + "/" + channel, value + " " + time);
        published.merge(serial, 1, Integer::sum);
    }

    /** Rows equal messages for each site, and those who may not write have written nothing. */
    private void check() throws Exception {
        Map<String, Integer> rows = new HashMap<>();
        for (String line : cluster.query("SELECT serial, count(*) FROM reading GROUP BY serial").split("\n")) {
            rows.put(line.split("\\|")[0], Integer.valueOf(line.split("\\|")[1]));
        }
        assertThat(rows, is(published));
        assertThat(cluster.query("SELECT count(*) FROM refused"), is("0"));
        String log = nodes.stream().map(node -> text(folder.resolve("log/" + node + "@localhost.log"))).reduce("",
                String::concat);
        assertThat("the site with a wrong password", log, containsString("user '249001'"));
        assertThat("the site that writes below the number of another", log, matchesRegex("(?s).*refused.*249002.*"));
        assertThat(cluster.query("SELECT count(*) FROM reading WHERE channel = 'forged/value'"), is("0"));
    }

    private void report(Machine machine, int all, Duration took, Map<String, Double> before, Map<String, Double> after,
            long disk, Instant killed, Instant back) throws Exception {
        Table table = Table.of(SITES + " sites, " + NODES + " nodes, " + SECONDS + " s and the rest of the messages",
                "What", "Result");
        table.row("Messages published", all).row("of one site", all / SITES)
                .row("Rows", cluster.query("SELECT count(*) FROM reading"))
                .row("Seconds until the last row", (double) took.toSeconds());
        String live = " FROM reading WHERE channel NOT LIKE 'history/%' AND ";
        String delays = "SELECT count(*), array_to_string(percentile_disc(ARRAY[0.5, 0.99, 1]) WITHIN GROUP "
                + "(ORDER BY round(extract(epoch FROM stored - time), 1)), ' / ')" + live;
        Instant round = killed.minusSeconds(SECONDS / 3).plusSeconds(3);
        delay(table, "the full round of all sites at once", delays + "time < '" + round + "'");
        delay(table, "changes, all well", delays + "time BETWEEN '" + round + "' AND '" + killed.minusSeconds(3) + "'");
        delay(table, "changes, node away", delays + "time BETWEEN '" + killed.minusSeconds(3) + "' AND '" + back + "'");
        delay(table, "changes, node and database coming back", delays + "time > '" + back + "'");
        after.forEach((name, seconds) -> table.row("Processor of " + name + ", ms for a message",
                1000 * (seconds - before.getOrDefault(name, 0.0)) / all));
        table.row("Growth of the brokers' disk, bytes for a message", (double) disk / all);
        table.row("Table and index, bytes for a row",
                Double.valueOf(cluster.query("SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE "
                        + "inhparent = 'reading'::regclass")) / all);
        table.note("Loopback, without TLS. A delay is from the time in the payload to the row.");
        Results.show("fleet", "mvn -Plong test-compile surefire:test@year -Dtest=FleetRun -Dfleet.nodes=" + NODES,
                machine, List.of(table));
    }

    private void delay(Table table, String name, String query) throws Exception {
        String[] figures = cluster.query(query).split("\\|", -1);
        table.row("Delay s, median / 99 % / longest of " + figures[0] + ": " + name, figures[1]);
    }

    private Map<String, Double> cpu() throws IOException {
        Map<String, Double> all = new TreeMap<>();
        for (String node : nodes) {
            all.put("node " + node, cluster.cpuSeconds(node));
        }
        all.put("the intake", cluster.cpuSeconds("intake"));
        all.put("PostgreSQL", cluster.cpuSeconds("postgres"));
        return all;
    }

    private static long bytes(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void startIntake() throws IOException {
        Files.createDirectory(folder.resolve("intake"));
        Files.writeString(folder.resolve("mosquitto_sub"),
                "-h 127.0.0.1\n-p " + cluster.mqttPort("one") + "\n-u intake\n-P " + PASSWORD + "\n");
        Map<String, String> environment = new HashMap<>(cluster.databaseEnvironment());
        environment.put("XDG_CONFIG_HOME", folder.toString());
        cluster.start("intake", environment, "sh", "-c", "cd intake; while :; do psql -X -q -f "
                + Example.file("fleet/fleet.sql").toAbsolutePath() + "; sleep 0.1; done");
    }

    /** The definitions of the example, with what it says for site 240001 said for all. */
    private String definitions() throws NoSuchAlgorithmException {
        JsonObject all = Objects
                .requireNonNull(new Gson().fromJson(Example.text("fleet/definitions.json"), JsonObject.class));
        List<String> users = new ArrayList<>(serials);
        users.addAll(List.of("249001", "249002"));
        for (String kind : List.of("users", "permissions", "topic_permissions")) {
            JsonArray entries = all.getAsJsonArray(kind);
            String site = entries.get(0).toString();
            assertThat(site, containsString("240001"));
            users.stream().skip(1)
                    .forEach(user -> entries.add(new Gson().fromJson(site.replace("240001", user), JsonObject.class)));
        }
        byte[] salt = { 1, 2, 3, 4 };
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        byte[] hash = digest.digest(PASSWORD.getBytes(StandardCharsets.UTF_8));
        byte[] salted = new byte[salt.length + hash.length];
        System.arraycopy(salt, 0, salted, 0, salt.length);
        System.arraycopy(hash, 0, salted, salt.length, hash.length);
        all.getAsJsonArray("users").forEach(user -> user.getAsJsonObject().addProperty("password_hash",
                Base64.getEncoder().encodeToString(salted)));
        return all.toString();
    }

    /** The bridge of the example for each site, in one broker; and two bridges that the cluster has to refuse. */
    private Path siteConfiguration(int port) throws IOException {
        Path data = Files.createDirectory(folder.resolve("sites"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        String example = Example.text("fleet/site.conf").replace("listener 1883", "listener " + port)
                .replace("/var/lib/mosquitto/", data + "/").replaceAll("(?m)^bridge_cafile.*\n", "")
                .replace("restart_timeout 2 60", "restart_timeout 1 5").replace("change-me", PASSWORD);
        int bridge = example.indexOf("connection ");
        StringBuilder text = new StringBuilder(example.substring(0, bridge));
        for (int site = 0; site < SITES; site++) {
            text.append(addressed(example.substring(bridge), site).replace("240001", serials.get(site)));
        }
        text.append(addressed(example.substring(bridge), 0).replace("240001", "249001")
                .replace("remote_password " + PASSWORD, "remote_password wrong"));
        text.append(addressed(example.substring(bridge), 0).replace("240001", "249002")
                .replace("topic fleet/249002/# out 1", "topic forged/value out 1 fleet/249002/ fleet/240001/"));
        Path file = folder.resolve("sites.conf");
        Files.writeString(file, text);
        return file;
    }

    private String addressed(String bridge, int first) {
        StringBuilder all = new StringBuilder("address");
        for (int n = 0; n < NODES; n++) {
            all.append(" 127.0.0.1:").append(cluster.mqttPort(nodes.get((first + n) % NODES)));
        }
        return bridge.replaceAll("(?m)^address .*", all.toString());
    }
}
