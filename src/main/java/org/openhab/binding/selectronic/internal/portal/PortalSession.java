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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.polling.Backoff;
import org.openhab.binding.selectronic.internal.polling.Pacer;
import org.openhab.binding.selectronic.internal.polling.Timing;
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
 * Requests wait in a queue for their turn, see {@link AccountQueue}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalSession {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String ACCEPT = "Accept";
    private static final String HTML = "text/html";
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
    /** Limit of remembered forbidden paths, a few for each system that an account can have. */
    private static final int MOST_FORBIDDEN = 4000;
    private static final Duration JITTER = Duration.ofMillis(50);
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
    private static final Duration OUTAGE = Duration.ofMinutes(25);
    /** Longest pause that is kept when the portal asks for one. */
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);
    /** A session that lasted this long did not end immediately. */
    private static final Duration LASTING = Duration.ofMinutes(10);

    private final Logger logger = LoggerFactory.getLogger(PortalSession.class);
    private final HttpConnection connection;
    private final PortalAccount account;
    private final Credential credential;
    private final Timing timing;
    private final Pacer pacer;
    private final AccountQueue queue;
    private final Backoff logins;
    private final Backoff limits;
    private final Set<String> forbidden = new HashSet<>();
    /** The cookies of the current session; late answers of an earlier session change only its own. */
    private volatile CookieJar cookies = new CookieJar();
    private Instant loginFrom;
    private Instant loggedInAt;
    private Instant doubtedAt;
    private Duration contactPause = LOGIN_PAUSE;
    private SourceException trouble;
    private CompletableFuture<?> login = CompletableFuture.completedFuture(null);
    private boolean closed;

    PortalSession(HttpConnection connection, PortalAccount account, Credential credential, Timing timing) {
        this.connection = connection;
        this.account = account;
        this.credential = credential;
        this.timing = timing;
        this.pacer = new Pacer(timing.clock(), AccountQueue.GAP, JITTER, timing.random());
        this.queue = new AccountQueue(pacer, timing.clock(), timing.executor());
        this.logins = new Backoff(LOGIN_PAUSE, LONGEST_PAUSE, timing.random());
        this.limits = new Backoff(LOGIN_PAUSE, LONGEST_PAUSE, timing.random());
        this.loginFrom = now();
        this.loggedInAt = loginFrom;
        this.doubtedAt = loginFrom;
        this.trouble = sessionLost();
    }

    /** Returns a request for JSON, with the headers that the portal's own pages send. */
    static HttpRequest json(String path) {
        return json(path, null);
    }

    private static HttpRequest json(String path, @Nullable String form) {
        return new HttpRequest(path, Map.of(ACCEPT, "application/json", "X-Requested-With", "XMLHttpRequest"), form);
    }

    /** Returns the shorter of two durations. */
    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Requests live values or a list, before any background request.
     *
     * @param delay the minimum delay
     * @param path the path of a JSON body
     * @return the answer with status 200, after a log-in if necessary; or a {@link SourceException}
     */
    CompletableFuture<Reply> live(Duration delay, String path) {
        return queue.live(delay, () -> ask(json(path)));
    }

    /**
     * Requests recorded data in the background.
     *
     * @param path the path of a JSON body
     * @param form the percent-encoded form to post, null for a GET
     * @return the answer with status 200, after a log-in if necessary; or a {@link SourceException}
     */
    CompletableFuture<Reply> recorded(String path, @Nullable String form) {
        return queue.background(() -> ask(json(path, form)));
    }

    /**
     * Requests an optional body or page in the background.
     *
     * @param request the request
     * @return the answer with status 200; a failure if there is no session
     */
    CompletableFuture<Reply> optional(HttpRequest request) {
        return queue.background(() -> askOptional(request));
    }

    /**
     * Requests an optional web page in the background.
     *
     * @param path its path
     * @return the page as shown by a browser; a failure if there is no session
     */
    CompletableFuture<String> page(String path) {
        return optional(new HttpRequest(path, Map.of(ACCEPT, HTML), null)).thenApply(Html::page);
    }

    /** Sends a request now, and again after a log-in if there is no session. */
    synchronized CompletableFuture<Reply> ask(HttpRequest request) {
        if (closed) {
            return CompletableFuture.failedFuture(connectionCut());
        }
        if (credential.isRefused()) {
            return CompletableFuture.failedFuture(new SourceException(Problem.ACCOUNT_REFUSED));
        }
        if (cookies.isEmpty() && pacer.held().isZero()) {
            return askAfterLogin(request);
        }
        return send(request).thenCompose(reply -> {
            if (!isSessionGone(request, reply)) {
                return CompletableFuture.completedFuture(Futures.done(reply::good));
            }
            sessionEnded();
            return askAfterLogin(request);
        });
    }

    private CompletableFuture<Reply> askAfterLogin(HttpRequest request) {
        return logIn().thenCompose(in -> send(request))
                .thenApply(reply -> Futures.done(() -> judgeAfterLogin(request, reply)));
    }

    private CompletableFuture<Reply> askOptional(HttpRequest request) {
        if (cookies.isEmpty()) {
            return CompletableFuture.failedFuture(sessionLost());
        }
        return send(request).thenApply(reply -> Futures.done(() -> {
            // 403 may concern this page only; the next live values will show
            if (reply.status() != FORBIDDEN && isSessionGone(request, reply)) {
                throw sessionLost();
            }
            return reply.good();
        }));
    }

    private synchronized Reply judgeAfterLogin(HttpRequest request, Reply reply) throws SourceException {
        if (isSessionGone(request, reply)) {
            cookies = new CookieJar();
            trouble = sessionLost();
            throw trouble;
        }
        return reply.good();
    }

    private synchronized void sessionEnded() {
        Duration life = Duration.between(loggedInAt, now());
        logger.debug("The session has ended after {}", life);
        cookies = new CookieJar();
        if (life.compareTo(LASTING) >= 0) {
            logins.reset();
            loginFrom = now();
        }
    }

    private synchronized CompletableFuture<Reply> logIn() {
        Instant now = now();
        if (now.isBefore(loginFrom)) {
            return CompletableFuture.failedFuture(troubleUntil(now));
        }
        loginFrom = now.plus(LOGIN_PAUSE);
        cookies = new CookieJar();
        HttpRequest request = new HttpRequest(LOGIN, Map.of(ACCEPT, HTML),
                "email=" + encoded(account.email()) + "&pwd=" + encoded(account.password()));
        CompletableFuture<Reply> login = credential.alone(
                () -> send(request).handle((reply, failure) -> Futures.done(() -> judgeLogin(reply, failure))),
                () -> new SourceException(Problem.ACCOUNT_REFUSED));
        this.login = login;
        return login;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private synchronized Reply judgeLogin(@Nullable Reply reply, @Nullable Throwable failure) throws SourceException {
        Instant now = now();
        if (reply == null) {
            // cookies received with a failure are not a session
            cookies = new CookieJar();
            loginFrom = now.plus(contactPause);
            contactPause = shorter(contactPause.multipliedBy(2), LONGEST_PAUSE_WITHOUT_CONTACT);
            if (failure != null && Futures.cause(failure) instanceof SourceException known) {
                trouble = known.kind() == FailureKind.UNREACHABLE || known.kind() == FailureKind.RATE_LIMITED ? known
                        : trouble;
                throw known;
            }
            throw new CompletionException(failure);
        }
        contactPause = LOGIN_PAUSE;
        loginFrom = now.plus(logins.next());
        String landing = ownPath(LOGIN, reply);
        if (reply.isRedirect() && (landing.contains("systems") || landing.contains("dashboard"))
                && !cookies.isEmpty()) {
            logger.debug("Logged in");
            credential.accept();
            loggedInAt = now;
            trouble = sessionLost();
            return reply;
        }
        cookies = new CookieJar();
        if (Html.text(Html.page(reply)).toLowerCase(Locale.ROOT).contains(REFUSAL)) {
            credential.refuse();
        } else if (reply.isRedirect() ? !landing.isEmpty() : !NOT_JUDGED.contains(reply.status())) {
            // possibly a refusal, whatever its text: the log-in page was there and has read the request
            doubt(now);
        }
        trouble = credential.isRefused() ? new SourceException(Problem.ACCOUNT_REFUSED)
                : new SourceException(Problem.LOGIN_FAILED, account.server().name());
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
        return trouble.problem() == Problem.LOGIN_FAILED ? trouble.retryIn(shorter(wait, LOGIN_PAUSE)) : trouble;
    }

    private void doubt(Instant now) {
        int attempts = credential.doubt();
        logger.debug("The portal did not accept the account, attempt {} of {}", attempts, Credential.DOUBTFUL_ATTEMPTS);
        doubtedAt = attempts == 1 ? now : doubtedAt;
        Instant last = doubtedAt.plus(OUTAGE);
        if (attempts == Credential.DOUBTFUL_ATTEMPTS - 1 && last.isAfter(loginFrom)) {
            loginFrom = last;
        }
    }

    /** Sends a request as soon as the rate limit allows. */
    private CompletableFuture<Reply> send(HttpRequest request) {
        Duration held = pacer.held();
        if (!held.isZero()) {
            return CompletableFuture.failedFuture(SourceException.rateLimited(held));
        }
        CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
        timing.executor().schedule(() -> turn.complete(null), pacer.reserve().toNanos(), TimeUnit.NANOSECONDS);
        return turn.thenCompose(due -> sendNow(request));
    }

    private CompletableFuture<Reply> sendNow(HttpRequest request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        CookieJar jar;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(connectionCut());
            }
            jar = cookies;
        }
        if (!jar.isEmpty()) {
            headers.put("Cookie", jar.header());
        }
        return connection.send(new HttpRequest(request.path(), headers, request.form()))
                .handle((reply, failure) -> Futures.done(() -> received(reply, failure, jar)));
    }

    /** Checks that apply to every answer. Failures of the portal as a whole are reported as such. */
    private synchronized Reply received(@Nullable Reply reply, @Nullable Throwable failure, CookieJar jar)
            throws SourceException {
        if (reply == null) {
            // an owner handles TLS failures as with the tunnel, not as with a gateway
            if (failure != null && Futures.cause(failure) instanceof SourceException known) {
                throw known.problem() == Problem.TLS_FAILED
                        ? new SourceException(Problem.TUNNEL_TLS, known, known.arguments().toArray(String[]::new))
                        : known;
            }
            throw new CompletionException(failure);
        }
        jar.take(reply.cookies());
        Duration retryAfter = reply.retryAfter();
        if (reply.status() == 429 || reply.status() == 503 && retryAfter != null) {
            Duration wait = shorter(retryAfter == null ? limits.next() : retryAfter, LONGEST_HOLD);
            pacer.hold(wait);
            throw SourceException.rateLimited(wait);
        }
        limits.reset();
        if (reply.status() >= 500) {
            throw new SourceException(Problem.PORTAL_STATUS, Integer.toString(reply.status()));
        }
        return reply;
    }

    private synchronized boolean isSessionGone(HttpRequest request, Reply reply) {
        String path = request.path();
        if (reply.status() == FORBIDDEN) {
            // soon after a log-in this means that the account may not read this path; another log-in would not help
            if (now().isBefore(loggedInAt.plus(LOGIN_PAUSE)) && !path.startsWith(LISTS)
                    && forbidden.size() < MOST_FORBIDDEN) {
                forbidden.add(path);
            }
            return !forbidden.contains(path);
        }
        forbidden.remove(path);
        if (reply.isRedirect()) {
            return ownPath(path, reply).matches(LOGIN + "/?");
        }
        // the profile may also contain a password field, so only the address of the form is decisive
        return reply.status() == UNAUTHORIZED || reply.status() == 200
                && (HTML.equals(request.headers().get(ACCEPT)) ? LOGIN_FORM.matcher(Html.page(reply)).find()
                        : MARKUP.matcher(new String(reply.body(), StandardCharsets.UTF_8)).lookingAt());
    }

    /** Returns the path of a redirect in lower case; empty if it leads to another site or has no target. */
    private String ownPath(String asked, Reply reply) {
        String location = reply.location();
        if (location == null) {
            return "";
        }
        URI from = URI.create(account.server().url(asked));
        // some servers append the session id after a semicolon
        String path = location.strip().replaceFirst("[?#;].*", "");
        try {
            // redirects are not followed, so one to plain HTTP (sent by servers behind a proxy) does no harm
            URI target = from.resolve(new URI(path));
            return from.getHost().equalsIgnoreCase(target.getHost()) && target.getPath() != null
                    ? target.getPath().toLowerCase(Locale.ROOT)
                    : "";
        } catch (URISyntaxException e) {
            return path.matches("/[^/].*") ? path.toLowerCase(Locale.ROOT) : "";
        }
    }

    /**
     * Closes the session, but waits for a running log-in: whether it is refused must be known before the next one is
     * sent. Waiting requests fail.
     *
     * @return completes when everything is released
     */
    CompletableFuture<@Nullable Void> close() {
        CompletableFuture<?> login;
        synchronized (this) {
            closed = true;
            login = this.login;
        }
        return login.handle((in, failure) -> connection.close()).thenCompose(closing -> closing);
    }

    private Instant now() {
        return timing.clock().instant();
    }

    private SourceException connectionCut() {
        return new SourceException(Problem.CONNECTION_CUT, account.server().name());
    }

    private SourceException sessionLost() {
        return new SourceException(Problem.SESSION_LOST, account.server().name());
    }
}
