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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The dialogue with the tunnel's server before frames are transferred, line by line (published by the selpi, LiveOne
 * and splink projects):
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
final class TunnelDialogue {
    private static final int LONGEST_LINE = 512;
    private static final int MOST_LINES = 1000;
    private static final Pattern NUMBER_OF_UNITS = Pattern.compile("DEVICES:\\s*(\\d{1,3})");
    private static final Pattern UNIT = Pattern.compile("DEVICE:\\s*(\\d{1,10})\\s*(?:\\|\\s*(.*))?");

    private final Link link;
    private final Duration timeout;
    private final Clock clock;
    private final byte[] buffer = new byte[1024];
    private int from;
    private int to;
    private int lines;
    private Instant end;

    /**
     * @param link an open link to the server
     * @param timeout timeout of each answer, regardless of its number of lines
     * @param clock provides the time
     */
    TunnelDialogue(Link link, Duration timeout, Clock clock) {
        this.link = link;
        this.timeout = timeout;
        this.clock = clock;
        this.end = clock.instant().plus(timeout);
    }

    void logIn(TunnelAccount account) throws SourceException, InterruptedException {
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
    List<TunnelUnit> units() throws SourceException, InterruptedException {
        for (String question : List.of("LIST SITES", "LIST DEVICES")) {
            say(question);
            String answer = line();
            Matcher number = NUMBER_OF_UNITS.matcher(answer == null ? "" : answer);
            if (number.matches()) {
                return units(Integer.parseInt(number.group(1)));
            }
        }
        throw notUnderstood();
    }

    private List<TunnelUnit> units(int number) throws SourceException, InterruptedException {
        List<TunnelUnit> units = new ArrayList<>();
        while (units.size() < number) {
            Matcher unit = UNIT.matcher(answer());
            if (!unit.matches()) {
                throw notUnderstood();
            }
            String site = unit.group(2);
            units.add(new TunnelUnit(unit.group(1), site == null ? "" : site));
        }
        return units;
    }

    /**
     * @param serialNumber the requested unit
     * @throws SourceException if the account has no access to it
     * @throws SourceException if another client is connected to it
     * @throws SourceException if it is not connected to the server, or if the connection to the server fails
     * @throws SourceException for anything else
     */
    void connect(String serialNumber) throws SourceException, InterruptedException {
        say("CONNECT:" + serialNumber);
        switch (answer()) {
            case "READY":
                return;
            case "REJECTED":
                throw new SourceException(Problem.TUNNEL_REJECTED, serialNumber);
            case "OFFLINE":
                throw new SourceException(Problem.TUNNEL_OFFLINE, serialNumber);
            case "BUSY":
                throw new SourceException(Problem.TUNNEL_BUSY, serialNumber);
            default:
                throw notUnderstood();
        }
    }

    void quit() throws SourceException {
        say("QUIT");
    }

    /**
     * @param target receives bytes that arrived after the last line
     * @return number of bytes
     */
    int takeRemaining(byte[] target) {
        int count = Math.min(to - from, target.length);
        System.arraycopy(buffer, from, target, 0, count);
        from += count;
        return count;
    }

    private void say(String line) throws SourceException {
        link.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        end = clock.instant().plus(timeout);
    }

    private String answer() throws SourceException, InterruptedException {
        String line = line();
        if (line == null) {
            throw new SourceException(Problem.NO_ANSWER, link.name(), Long.toString(timeout.toSeconds()));
        }
        return line;
    }

    /** Returns the next non-blank line, without line end and control characters; null on timeout. */
    private @Nullable String line() throws SourceException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            while (from < to) {
                byte next = buffer[from++];
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                if (++lines > MOST_LINES) {
                    throw notUnderstood();
                }
                String text = line.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "").strip();
                if (!text.isEmpty()) {
                    return text;
                }
                line.reset();
            }
            if (line.size() > LONGEST_LINE) {
                throw notUnderstood();
            }
            Duration left = Duration.between(clock.instant(), end);
            if (left.isNegative() || left.isZero()) {
                return null;
            }
            to = 0;
            to = link.read(buffer, left);
            from = 0;
        }
    }

    private SourceException notUnderstood() {
        return new SourceException(Problem.TUNNEL_ANSWER, link.name());
    }
}
