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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real brokers with the configurations of the examples, and the line between them cut: nothing is lost, nothing
 * comes out of order, and nothing comes twice but what was on the line when it was cut.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MosquittoExampleTest {
    private static final String TOPIC = "selectronic/240001/load/power";
    private static final String PASSWORD = "not-a-secret";
    /** How many messages Mosquitto has under way at a time, unless it is told another number. */
    private static final int UNDER_WAY = 20;

    @TempDir
    private @NonNullByDefault({}) Path folder;
    private @NonNullByDefault({}) Mosquitto home;
    private @NonNullByDefault({}) Mosquitto cloud;
    private @NonNullByDefault({}) Link link;
    private @NonNullByDefault({}) Process reader;
    private @NonNullByDefault({}) BufferedReader arriving;
    private final List<String> arrived = new ArrayList<>();
    private int homePort;
    private int cloudPort;

    @BeforeEach
    void begin() throws IOException, InterruptedException, GeneralSecurityException {
        Mosquitto.obstacle().ifPresent(Objects.requireNonNull(System.out)::println);
        assumeTrue(Mosquitto.obstacle().isEmpty(), () -> Mosquitto.obstacle().orElseThrow());
        // a broker that root starts becomes another user, who must get in here too
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        certificate();
        homePort = freePort();
        cloudPort = freePort();
        link = new Link(cloudPort);
        cloud = new Mosquitto(configuration("cloud", cloudPort, "home-240001", "reader"));
        home = new Mosquitto(configuration("home", homePort, "openhab"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (reader != null) {
            reader.destroyForcibly().waitFor();
        }
        if (home != null) {
            home.stop();
            cloud.stop();
            link.close();
        }
    }

    @Test
    void nothingIsLostWhileTheInternetIsAway() throws IOException, InterruptedException {
        cloud.start();
        read();
        home.start();
        publish(0, 200);
        awaitAll(200);

        link.cut();
        publish(200, 600);
        // the machine at home restarts meanwhile: what waits is on disk
        home.stop();
        home.start();
        publish(600, 800);
        assertThat(distinct(), hasSize(200));

        link.mend();
        publish(800, 1000);
        awaitAll(1000);

        assertThat(distinct(), is(numbers(1000)));
        assertThat(doubled(), is(lessThanOrEqualTo(UNDER_WAY)));
    }

    @Test
    void nothingIsLostWhileTheCloudIsDown() throws IOException, InterruptedException {
        cloud.start();
        read();
        home.start();
        publish(0, 50);
        awaitAll(50);

        reader.destroyForcibly().waitFor();
        cloud.stop();
        publish(50, 300);
        cloud.start();
        // the same reader comes back, and gets what it missed
        read();
        awaitAll(300);

        assertThat(distinct(), is(numbers(300)));
        assertThat(doubled(), is(lessThanOrEqualTo(UNDER_WAY)));
    }

    @Test
    void aSiteWithAnotherPasswordIsNotLetIn() throws IOException, InterruptedException {
        Path file = folder.resolve("home.conf");
        Files.writeString(file, Files.readString(file).replace("remote_password " + PASSWORD, "remote_password wrong"));
        cloud.start();
        home.start();
        while (!cloud.said().contains("not authorised")) {
            Thread.onSpinWait();
        }
        assertThat(cloud.said(), not(containsString("as home-240001")));
    }

    /** Publishes numbers, and returns when the broker at home has them all. */
    private void publish(int from, int to) throws IOException, InterruptedException {
        ProcessBuilder publisher = Mosquitto.program("mosquitto_pub", "-h", "127.0.0.1", "-p", String.valueOf(homePort),
                "--cafile", folder.resolve("tls.crt").toString(), "-u", "openhab", "-P", PASSWORD, "-q", "1", "-t",
                TOPIC, "-l");
        boolean done = false;
        while (!done) {
            Process process = publisher.start();
            try (OutputStream out = process.getOutputStream()) {
                out.write((String.join("\n", numbers(to).subList(from, to)) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // the broker is not up yet: nothing was taken
            }
            done = process.waitFor() == 0;
        }
    }

    /** Reads at the cloud, with a lasting session: from when this returns, nothing is missed. */
    private void read() throws IOException, InterruptedException {
        // with -E it ends as soon as the broker has noted what is wanted; until the broker is up, it fails
        int left = 1;
        while (left != 0) {
            left = subscriber("-E").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
        reader = subscriber().start();
        arriving = reader.inputReader(StandardCharsets.UTF_8);
    }

    private ProcessBuilder subscriber(String... more) {
        List<String> arguments = new ArrayList<>(List.of("-h", "127.0.0.1", "-p", String.valueOf(cloudPort), "--cafile",
                folder.resolve("tls.crt").toString(), "-u", "reader", "-P", PASSWORD, "-q", "1", "-i", "reader", "-c",
                "-t", "selectronic/#", "-F", "arrived %t %p"));
        arguments.addAll(List.of(more));
        return Mosquitto.program("mosquitto_sub", arguments.toArray(String[]::new));
    }

    private void awaitAll(int count) throws IOException {
        while (distinct().size() < count) {
            String line = arriving.readLine();
            if (line == null) {
                throw new IOException("the reader is gone after " + distinct().size() + " of " + count);
            }
            take(line);
        }
    }

    private void take(String line) {
        String begin = "arrived " + TOPIC + " ";
        if (line.startsWith(begin)) {
            arrived.add(line.substring(begin.length()));
        }
    }

    /** What arrived, in the order in which it came first. */
    private List<String> distinct() {
        return List.copyOf(new LinkedHashSet<>(arrived));
    }

    private int doubled() {
        return arrived.size() - distinct().size();
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private Path configuration(String name, int port, String... users) throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve(name));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path passwords = folder.resolve(name + ".passwords");
        Files.createFile(passwords);
        for (String user : users) {
            Mosquitto.run(Mosquitto.program("mosquitto_passwd", "-b", passwords.toString(), user, PASSWORD));
        }
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));
        Path acl = folder.resolve("acl");
        Files.writeString(acl, Example.text("mqtt/mosquitto/cloud.acl"));
        Files.setPosixFilePermissions(acl, PosixFilePermissions.fromString("rw-r--r--"));

        Map<String, String> replaced = new TreeMap<>(Map.of("listener 8883", "listener " + port + " 127.0.0.1",
                "/etc/mosquitto/passwords", passwords.toString(), "/etc/mosquitto/acl", acl.toString(),
                "/var/lib/mosquitto/", data + "/", "cloud.example.org:8883", "127.0.0.1:" + link.port(),
                "/etc/ssl/certs/ca-certificates.crt", folder.resolve("tls.crt").toString(), "change-me", PASSWORD));
        replaced.put("restart_timeout 2 60", "restart_timeout 1");
        String text = Example.text("mqtt/mosquitto/" + name + ".conf")
                .replaceAll("(?m)^certfile .*", "certfile " + folder.resolve("tls.crt"))
                .replaceAll("(?m)^keyfile .*", "keyfile " + folder.resolve("tls.key"));
        for (Map.Entry<String, String> entry : replaced.entrySet()) {
            text = text.replaceAll("(?m)^(?!#)(.*)\\Q" + entry.getKey() + "\\E", "$1" + entry.getValue());
        }
        Path file = folder.resolve(name + ".conf");
        Files.writeString(file, text);
        return file;
    }

    /** One certificate for both ends, signed by itself; the JDK's keytool makes it, and PEM is written here. */
    private void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("key.p12");
        Mosquitto.run(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "broker", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30",
                "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost", "-ext", "bc:c", "-storetype",
                "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD).redirectErrorStream(true));
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Key key = keys.getKey("broker", PASSWORD.toCharArray());
        pem("tls.crt", "CERTIFICATE", keys.getCertificate("broker").getEncoded());
        pem("tls.key", "PRIVATE KEY", key.getEncoded());
    }

    private void pem(String name, String kind, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + kind
                        + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }
}
