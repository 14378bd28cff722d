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
package org.openhab.binding.selectronic.internal.splink.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A link through the server of select.live to a unit whose gateway is connected there. One session per unit.
 * <p>
 * Before frames are transferred, there is a dialogue of text lines (published by the selpi, LiveOne and splink
 * projects):
 *
 * <pre>
 * &lt; LOGIN
 * &gt; USER:e-mail:password
 * &lt; OK                      or REJECTED
 * &gt; LIST SITES              or LIST DEVICES
 * &lt; DEVICES:number          then for each DEVICE:serial or DEVICE:serial|site
 * &gt; CONNECT:serial
 * &lt; READY                   or REJECTED, OFFLINE, BUSY, after which the dialogue may continue
 * &gt; QUIT
 * </pre>
 *
 * Answers of the server are never quoted: they might contain the password.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelLink implements Link {
    /** Known servers: the first is verified, the second is reported to serve gateways of the second generation. */
    public static final List<String> HOSTS = List.of("select.live", "splink-api.selectlive.selectronic.com.au");
    /** TCP port of the servers. */
    public static final int PORT = 7528;
    /** Timeout of the known clients for the server, and for a unit behind it. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final int LONGEST_LINE = 512;
    private static final int MOST_LINES = 1000;
    private static final Pattern NUMBER_OF_UNITS = Pattern.compile("DEVICES:\\s*(\\d{1,3})");
    private static final Pattern UNIT = Pattern.compile("DEVICE:\\s*(\\d{1,10})\\s*(?:\\|.*)?");

    private static final Map<String, Problem> REFUSALS = Map.of("REJECTED", Problem.TUNNEL_REJECTED, "OFFLINE",
            Problem.TUNNEL_OFFLINE, "BUSY", Problem.TUNNEL_BUSY);

    private final Link server;
    private final TunnelAccount account;
    private final String serialNumber;
    private final Duration timeout;
    private final Clock clock;
    private final byte[] buffer = new byte[1024];
    /** The part of the buffer that was received and not used yet. */
    private int from, to;
    private int lines;
    private Instant end = Instant.MIN;

    /**
     * @param server the secure connection to the server, not open
     * @param account the account to log in with
     * @param serialNumber the serial number of the unit; not used for the list of units
     * @param timeout timeout of each answer of the server, regardless of its number of lines
     * @param clock provides the time
     */
    public TunnelLink(Link server, TunnelAccount account, String serialNumber, Duration timeout, Clock clock) {
        this.server = server;
        this.account = account;
        this.serialNumber = serialNumber;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public void open() throws SourceException, InterruptedException {
        if (!serialNumber.matches("\\d{1,10}")) {
            throw new SourceException(Problem.TUNNEL_REJECTED, serialNumber.replaceAll("\\p{Cntrl}", ""));
        }
        boolean ready = false;
        try {
            logIn();
            connect();
            ready = true;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    /**
     * Opens the connection, lists the available units and closes it again.
     *
     * @return the serial numbers of the units that the account has access to
     * @throws SourceException if the list cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public List<String> units() throws SourceException, InterruptedException {
        try {
            logIn();
            List<String> units = list();
            say("QUIT");
            return units;
        } finally {
            server.close();
        }
    }

    /** Fails for a refused account, which is not used again before its owner has saved the thing. */
    private void logIn() throws SourceException, InterruptedException {
        if (account.credential().isRefused()) {
            throw new SourceException(Problem.ACCOUNT_REFUSED);
        }
        server.open();
        from = to = lines = 0;
        end = clock.instant().plus(timeout);
        String greeting = answer();
        while (!greeting.contains("LOGIN")) {
            greeting = answer();
        }
        say(account.login());
        String answer = answer();
        if (answer.contains("REJECTED")) {
            account.credential().refuse();
            throw new SourceException(Problem.ACCOUNT_REFUSED);
        } else if (answer.startsWith("OK")) {
            account.credential().accept();
        } else if (account.credential().doubt() >= Credential.DOUBTFUL_ATTEMPTS) {
            throw new SourceException(Problem.ACCOUNT_REFUSED);
        } else {
            throw notUnderstood();
        }
    }

    /** Lists the units. A server that does not know the first command may answer anything or nothing. */
    private List<String> list() throws SourceException, InterruptedException {
        for (String question : List.of("LIST SITES", "LIST DEVICES")) {
            say(question);
            String answer = line();
            Matcher number = NUMBER_OF_UNITS.matcher(answer == null ? "" : answer);
            if (number.matches()) {
                return listed(Integer.parseInt(number.group(1)));
            }
        }
        throw notUnderstood();
    }

    private List<String> listed(int number) throws SourceException, InterruptedException {
        List<String> units = new ArrayList<>();
        while (units.size() < number) {
            Matcher unit = UNIT.matcher(answer());
            if (!unit.matches()) {
                throw notUnderstood();
            }
            units.add(unit.group(1));
        }
        return units;
    }

    private void connect() throws SourceException, InterruptedException {
        say("CONNECT:" + serialNumber);
        String answer = answer();
        if (!"READY".equals(answer)) {
            Problem problem = REFUSALS.get(answer);
            throw problem == null ? notUnderstood() : new SourceException(problem, serialNumber);
        }
    }

    private void say(String line) throws SourceException {
        server.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        end = clock.instant().plus(timeout);
    }

    private String answer() throws SourceException, InterruptedException {
        String line = line();
        if (line == null) {
            throw new SourceException(Problem.NO_ANSWER, server.name(), Long.toString(timeout.toSeconds()));
        }
        return line;
    }

    /** Returns the next non-blank line, without line end and control characters; null on timeout. */
    private @Nullable String line() throws SourceException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = next(); next >= 0; next = next()) {
            if (next != '\n') {
                line.write(next);
            } else if (++lines <= MOST_LINES) {
                String text = line.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "").strip();
                if (!text.isEmpty()) {
                    return text;
                }
                line.reset();
            }
            if (line.size() > LONGEST_LINE || lines > MOST_LINES) {
                throw notUnderstood();
            }
        }
        return null;
    }

    /** Returns the next byte, -1 on timeout. */
    private int next() throws SourceException, InterruptedException {
        while (from == to) {
            Duration left = Duration.between(clock.instant(), end);
            if (left.isNegative() || left.isZero()) {
                return -1;
            }
            from = to = 0;
            to = server.read(buffer, left);
        }
        return buffer[from++] & 0xFF;
    }

    private SourceException notUnderstood() {
        return new SourceException(Problem.TUNNEL_ANSWER, server.name());
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        server.write(bytes);
    }

    /** Returns bytes that arrived together with the last line first, since they belong to the unit. */
    @Override
    public int read(byte[] target, Duration timeout) throws SourceException, InterruptedException {
        int count = Math.min(to - from, target.length);
        if (count == 0) {
            return server.read(target, timeout);
        }
        System.arraycopy(buffer, from, target, 0, count);
        from += count;
        return count;
    }

    @Override
    public void close() {
        server.close();
    }
}
