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
package org.openhab.binding.selectronic.internal.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.polling.Backoff;
import org.openhab.binding.selectronic.internal.polling.Pacer;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one log-in session for as long as the portal accepts it. Clients of the portal have seen four signs of an
 * expired session: 401, 403, a redirect to the log-in page, and a page instead of JSON. Each causes one log-in and one
 * repetition of the request. Other failures say nothing about the session.
 * <p>
 * A refused log-in is not repeated. A log-in that fails without the known refusal text is repeated until the
 * {@link Credential} counts as refused. The pause before the next log-in grows after log-ins without an answer and
 * after sessions that end immediately.
 * <p>
 * Sends one request at a time, except for optional pages.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalSession {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String LOGIN = "/login";
    private static final Pattern LOGIN_FORM = Pattern
            .compile("(?i)<form\\b[^<>]*\\saction\\s*=\\s*[\"']?(?:(?:https?:)?//[^/<>\"']+)?/?login(?=[\"'\\s/?>])");
    /** Text of the log-in page for a wrong address or password (source: two public clients). */
    private static final String REFUSAL = "bad email address or password";
    private static final Pattern MARKUP = Pattern.compile("[\\s\\uFEFF]*<");
    /** Status codes of a log-in page that is missing, did not read the request or received it too early. */
    private static final Set<Integer> NOT_JUDGED = Set.of(404, 405, 407, 408, 410, 425);
    /** Path of the lists of systems, which every logged-in account may read. */
    private static final String LISTS = "/systems/";
    /** Shortest time between two log-ins; slightly less than the usual polling interval, so that each poll may try. */
    private static final Duration LOGIN_PAUSE = Duration.ofSeconds(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /**
     * Longest pause after log-ins without an answer: these say nothing about the account, so retries are more frequent.
     */
    private static final Duration LONGEST_PAUSE_WITHOUT_CONTACT = Duration.ofMinutes(5);
    /**
     * Shortest time between the first log-in that was not accepted and one that may be the last. It is longer than
     * every measured outage of the portal (LiveOne: 20 minutes at midnight in Sydney).
     */
    private static final Duration BAD_TIME = Duration.ofMinutes(25);
    /** Longest pause that is kept when the portal asks for one. */
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);
    /** A session that lasted this long did not end immediately. */
    private static final Duration LASTING = Duration.ofMinutes(10);

    private final Logger logger = LoggerFactory.getLogger(PortalSession.class);
    private final PortalTransport transport;
    private final PortalAccount account;
    private final Credential credential;
    private final Pacer pacer;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final CookieJar cookies = new CookieJar();
    private final Backoff logins;
    private final Backoff limits;
    private final Set<String> forbidden = new HashSet<>();
    /** Number of the session; late answers of an earlier session say nothing about the current one. */
    private int session;
    private Instant loginFrom;
    private Instant loggedInAt;
    private Instant doubtedAt;
    private Duration contactPause = LOGIN_PAUSE;
    private SourceException trouble;
    private CompletableFuture<?> login = CompletableFuture.completedFuture(null);
    private volatile boolean closed;

    PortalSession(PortalTransport transport, PortalAccount account, Credential credential, Pacer pacer, Clock clock,
            ScheduledExecutorService executor, RandomGenerator random) {
        this.transport = transport;
        this.account = account;
        this.credential = credential;
        this.pacer = pacer;
        this.clock = clock;
        this.executor = executor;
        this.logins = new Backoff(LOGIN_PAUSE, LONGEST_PAUSE, random);
        this.limits = new Backoff(LOGIN_PAUSE, LONGEST_PAUSE, random);
        this.loginFrom = clock.instant();
        this.loggedInAt = loginFrom;
        this.doubtedAt = loginFrom;
        this.trouble = sessionLost();
    }

    /**
     * @param call what is asked
     * @return the answer with status 200, after a log-in where one is needed; or a {@link SourceException}
     */
    synchronized CompletableFuture<Reply> ask(PortalCall call) {
        if (credential.isRefused()) {
            return CompletableFuture.failedFuture(new SourceException(Problem.ACCOUNT_REFUSED));
        }
        if (cookies.isEmpty() && pacer.held().isZero()) {
            return logIn().thenCompose(in -> repeat(call));
        }
        return send(call).thenCompose(reply -> {
            if (!isSessionGone(call, reply)) {
                return CompletableFuture.completedFuture(Futures.done(reply::good));
            }
            sessionEnded();
            return logIn().thenCompose(in -> repeat(call));
        });
    }

    /**
     * Requests an optional page.
     *
     * @param call what is asked
     * @return the answer with status 200; any answer if there is no log-in
     */
    CompletableFuture<Reply> askInPassing(PortalCall call) {
        if (cookies.isEmpty()) {
            return CompletableFuture.failedFuture(sessionLost());
        }
        return send(call).thenApply(reply -> Futures.done(() -> {
            // 403 may concern this page only; the next live values will show
            if (reply.status() != FORBIDDEN && isSessionGone(call, reply)) {
                throw sessionLost();
            }
            return reply.good();
        }));
    }

    private CompletableFuture<Reply> repeat(PortalCall call) {
        return send(call).thenApply(reply -> Futures.done(() -> judgeAfterLogin(call, reply)));
    }

    private synchronized Reply judgeAfterLogin(PortalCall call, Reply reply) throws SourceException {
        if (isSessionGone(call, reply)) {
            cookies.clear();
            trouble = sessionLost();
            throw trouble;
        }
        return reply.good();
    }

    private synchronized void sessionEnded() {
        Instant now = clock.instant();
        logger.debug("The session has ended after {}", Duration.between(loggedInAt, now));
        cookies.clear();
        if (Duration.between(loggedInAt, now).compareTo(LASTING) >= 0) {
            logins.reset();
            loginFrom = now;
        }
    }

    private synchronized CompletableFuture<Reply> logIn() {
        Instant now = clock.instant();
        if (now.isBefore(loginFrom)) {
            return CompletableFuture.failedFuture(troubleUntil(now));
        }
        loginFrom = now.plus(LOGIN_PAUSE);
        cookies.clear();
        session++;
        PortalCall call = PortalCall.form(LOGIN, true, "email", account.email(), "pwd", account.password());
        CompletableFuture<Reply> login = credential.alone(
                () -> send(call).handle((reply, failure) -> Futures.done(() -> judgeLogin(call, reply, failure))),
                () -> new SourceException(Problem.ACCOUNT_REFUSED));
        this.login = login;
        return login;
    }

    private synchronized Reply judgeLogin(PortalCall call, @Nullable Reply reply, @Nullable Throwable failure)
            throws SourceException {
        Instant now = clock.instant();
        if (reply == null) {
            // cookies received with a failure are not a session
            cookies.clear();
            loginFrom = now.plus(contactPause);
            contactPause = contactPause.multipliedBy(2);
            contactPause = contactPause.compareTo(LONGEST_PAUSE_WITHOUT_CONTACT) > 0 ? LONGEST_PAUSE_WITHOUT_CONTACT
                    : contactPause;
            if (failure != null && Futures.cause(failure) instanceof SourceException known) {
                trouble = known.kind() == FailureKind.UNREACHABLE || known.kind() == FailureKind.RATE_LIMITED ? known
                        : trouble;
                throw known;
            }
            throw new CompletionException(failure);
        }
        contactPause = LOGIN_PAUSE;
        loginFrom = now.plus(logins.next());
        String landing = ownPath(call, reply);
        if (reply.isRedirect() && (landing.contains("systems") || landing.contains("dashboard"))
                && !cookies.isEmpty()) {
            logger.debug("Logged in");
            credential.accept();
            loggedInAt = now;
            trouble = sessionLost();
            return reply;
        }
        cookies.clear();
        if (Html.text(Html.page(reply)).toLowerCase(Locale.ROOT).contains(REFUSAL)) {
            credential.refuse();
        } else if (mayBeARefusal(reply, landing)) {
            doubt(now);
        }
        trouble = credential.isRefused() ? new SourceException(Problem.ACCOUNT_REFUSED)
                : new SourceException(Problem.LOGIN_FAILED, host());
        throw troubleUntil(now);
    }

    /**
     * Returns the failure to report during the pause before a log-in. Nothing is sent in that time, so callers need no
     * back-off of their own.
     */
    private SourceException troubleUntil(Instant now) {
        Duration wait = Duration.between(now, loginFrom);
        if (trouble.kind() == FailureKind.RATE_LIMITED) {
            return SourceException.rateLimited(wait);
        }
        return trouble.problem() == Problem.LOGIN_FAILED
                ? trouble.retryIn(wait.compareTo(LOGIN_PAUSE) > 0 ? LOGIN_PAUSE : wait)
                : trouble;
    }

    /**
     * Returns whether the portal may have refused the account, whatever its text; false if the log-in page was missing
     * or did not read the request.
     */
    private static boolean mayBeARefusal(Reply reply, String landing) {
        return reply.isRedirect() ? !landing.isEmpty() : !NOT_JUDGED.contains(reply.status());
    }

    private void doubt(Instant now) {
        int attempts = credential.doubt();
        logger.debug("The portal did not accept the account, attempt {} of {}", attempts, Credential.DOUBTFUL_ATTEMPTS);
        doubtedAt = attempts == 1 ? now : doubtedAt;
        Instant last = doubtedAt.plus(BAD_TIME);
        if (attempts == Credential.DOUBTFUL_ATTEMPTS - 1 && last.isAfter(loginFrom)) {
            loginFrom = last;
        }
    }

    /** Sends the request as soon as the rate limit allows. */
    private CompletableFuture<Reply> send(PortalCall call) {
        Duration held = pacer.held();
        if (!held.isZero()) {
            return CompletableFuture.failedFuture(SourceException.rateLimited(held));
        }
        CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
        executor.schedule(() -> turn.complete(null), pacer.reserve().toNanos(), TimeUnit.NANOSECONDS);
        return turn.thenCompose(due -> sendNow(call));
    }

    private CompletableFuture<Reply> sendNow(PortalCall call) {
        String header;
        int asked;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new SourceException(Problem.CONNECTION_CUT, host()));
            }
            header = cookies.header();
            asked = session;
        }
        return transport.send(call, header).thenApply(reply -> Futures.done(() -> received(reply, asked)));
    }

    /** Checks that apply to every answer. Failures of the portal as a whole are reported as such. */
    private synchronized Reply received(Reply reply, int asked) throws SourceException {
        if (asked == session) {
            cookies.take(reply.cookies());
        }
        Duration retryAfter = reply.retryAfter();
        if (reply.status() == 429 || reply.status() == 503 && retryAfter != null) {
            Duration reported = retryAfter == null ? limits.next() : retryAfter;
            Duration wait = reported.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : reported;
            pacer.hold(wait);
            throw SourceException.rateLimited(wait);
        }
        limits.reset();
        if (reply.status() >= 500) {
            throw new SourceException(Problem.PORTAL_STATUS, Integer.toString(reply.status()));
        }
        return reply;
    }

    private synchronized boolean isSessionGone(PortalCall call, Reply reply) {
        if (reply.status() == FORBIDDEN) {
            // soon after a log-in this means that the account may not read this address; another log-in would not help
            if (clock.instant().isBefore(loggedInAt.plus(LOGIN_PAUSE)) && !call.path().startsWith(LISTS)) {
                forbidden.add(call.path());
            }
            return !forbidden.contains(call.path());
        }
        forbidden.remove(call.path());
        if (reply.isRedirect()) {
            return ownPath(call, reply).matches(LOGIN + "/?");
        }
        // the profile may also contain a password field, so only the address of the form is decisive
        return reply.status() == UNAUTHORIZED
                || reply.status() == 200 && (call.page() ? LOGIN_FORM.matcher(Html.page(reply)).find()
                        : MARKUP.matcher(new String(reply.body(), StandardCharsets.UTF_8)).lookingAt());
    }

    /** Returns the path of a redirect in lower case; empty if it leads to another site or has no target. */
    private String ownPath(PortalCall call, Reply reply) {
        String location = reply.location();
        if (location == null) {
            return "";
        }
        URI asked = transport.base().resolve(call.path());
        // some servers append the session id after a semicolon
        String path = location.strip().replaceFirst("[?#;].*", "");
        try {
            // redirects are not followed, so one to plain HTTP (sent by servers behind a proxy) does no harm
            URI target = asked.resolve(new URI(path));
            return asked.getHost().equalsIgnoreCase(target.getHost()) && target.getPath() != null
                    ? target.getPath().toLowerCase(Locale.ROOT)
                    : "";
        } catch (URISyntaxException e) {
            return path.matches("/[^/].*") ? path.toLowerCase(Locale.ROOT) : "";
        }
    }

    /**
     * Closes the session, but waits for a running log-in: whether it is refused must be known before the next one is
     * sent.
     *
     * @return completes when everything is released
     */
    CompletableFuture<@Nullable Void> close() {
        CompletableFuture<?> login;
        synchronized (this) {
            closed = true;
            login = this.login;
        }
        return login.handle((in, failure) -> transport.disconnect()).thenCompose(closing -> closing);
    }

    private SourceException sessionLost() {
        return new SourceException(Problem.SESSION_LOST, host());
    }

    private String host() {
        return transport.base().getAuthority();
    }
}
