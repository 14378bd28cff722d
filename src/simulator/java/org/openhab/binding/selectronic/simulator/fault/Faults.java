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
package org.openhab.binding.selectronic.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Faults of lines and of answers in general. Those of the gateway's JSON are in {@link JsonFaults}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Faults {
    private static final String LOGIN_PAGE = """
            <!DOCTYPE html>
            <html><head><title>Log in</title></head><body>
            <form method="post" action="/login"><input name="email"><input name="pwd" type="password"></form>
            </body></html>
            """;

    private static final String WELCOME_PAGE = """
            <!DOCTYPE html>
            <html><head><title>Welcome to our guest network</title></head><body>
            <form method="post" action="http://captive.invalid/accept"><button>Accept the terms</button></form>
            </body></html>
            """;

    private Faults() {
    }

    /** The port is closed; it opens again on the same number. */
    public static LineFault refused() {
        return new LineFault.Refuse();
    }

    /** No answer, ever. */
    public static LineFault hang() {
        return new LineFault.Hang();
    }

    /** Two interim answers that nobody asked for, and no answer: as of a proxy that has lost what is behind it. */
    public static LineFault interimStatus() {
        return new LineFault.Instead("HTTP/1.1 100 Continue\r\n\r\n".repeat(2));
    }

    /** The connection ends politely after so many bytes of the answer, its head included. */
    public static LineFault cut(long afterBytes) {
        return new LineFault.Cut(afterBytes, false);
    }

    /** The connection is reset after so many bytes of the answer, its head included. */
    public static LineFault reset(long afterBytes) {
        return new LineFault.Cut(afterBytes, true);
    }

    /** One wrong bit in every n-th byte after a number of good ones. */
    public static LineFault flipBits(long after, int every) {
        return new LineFault.FlipBits(after, every);
    }

    public static LineFault drip(int bytesPerSecond) {
        return new LineFault.Drip(bytesPerSecond);
    }

    public static LineFault noise(int every, long seed) {
        return new LineFault.Noise(every, seed);
    }

    public static LineFault delay(Duration by) {
        return new LineFault.Delay(by);
    }

    /** An error page with a status. */
    public static AnswerFault status(int code) {
        return answer -> Answer.html(code, "<html><body><h1>" + code + "</h1></body></html>");
    }

    /** Status 429 or 503 with a time to wait. */
    public static AnswerFault retryAfter(int code, Duration time) {
        return answer -> status(code).change(answer).withHeader("Retry-After", Long.toString(time.toSeconds()));
    }

    public static AnswerFault contentType(String type) {
        return answer -> answer.withContentType(type);
    }

    /** Status 200, but a page for people. */
    public static AnswerFault loginPage() {
        return answer -> Answer.html(200, LOGIN_PAGE);
    }

    /** Status 302 to somewhere else, as in a hotel's network. */
    public static AnswerFault captivePortal(String location) {
        return answer -> new Answer(302, Map.of("Location", location, "Content-Type", "text/html"), Body.of(""));
    }

    /** Another host is said to have what was asked for; 307 and 308 ask for the same request there. */
    public static AnswerFault redirect(int code, String location) {
        return answer -> new Answer(code, Map.of("Location", location), Body.of(""));
    }

    /** Status 200 with a page of somebody between, as in a hotel's network. */
    public static AnswerFault welcomePage() {
        return answer -> Answer.html(200, WELCOME_PAGE);
    }

    public static AnswerFault emptyBody() {
        return answer -> answer.with(Body.of(""));
    }

    /** Any bytes in place of the body. */
    public static AnswerFault body(byte[] bytes) {
        return answer -> answer.with(Body.of(bytes.clone()));
    }

    /** Only the first characters of the body, under a head that fits them. */
    public static AnswerFault cutBody(int characters) {
        return answer -> {
            String text = answer.body().text();
            return answer.with(Body.of(text.substring(0, Math.min(characters, text.length()))));
        };
    }

    /** The body goes on and on up to a length: a list in JSON that does not come to its end. */
    public static AnswerFault huge(long bytes) {
        return answer -> answer.with(new Body("[".getBytes(StandardCharsets.US_ASCII),
                "{\"id\":\"0\"},".repeat(6000).getBytes(StandardCharsets.US_ASCII), bytes));
    }

    /** A head that is longer than a body may be. */
    public static AnswerFault longHead() {
        return answer -> answer.withHeader("X-Padding", "x".repeat(200_000));
    }

    /** The connection does not stay open after the answer. */
    public static AnswerFault closeConnection() {
        return answer -> answer.withHeader("Connection", "close");
    }
}
