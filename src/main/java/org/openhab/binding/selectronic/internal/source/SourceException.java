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
package org.openhab.binding.selectronic.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A failure of a connection. Its {@link Problem} determines kind, status and text; the cause is for the debug log.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String[] arguments;
    private final @Nullable Duration retryAfter;

    /**
     * @param problem what went wrong
     * @param arguments the arguments of its text; never a secret
     */
    public SourceException(Problem problem, String... arguments) {
        this(problem, null, null, arguments);
    }

    /**
     * @param problem what went wrong
     * @param cause the underlying exception
     * @param arguments the arguments of its text; never a secret
     */
    public SourceException(Problem problem, Throwable cause, String... arguments) {
        this(problem, cause, null, arguments);
    }

    private SourceException(Problem problem, @Nullable Throwable cause, @Nullable Duration retryAfter,
            String... arguments) {
        super(problem.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + List.of(arguments), cause);
        this.problem = problem;
        this.arguments = arguments.clone();
        this.retryAfter = retryAfter;
    }

    /**
     * @param retryAfter the waiting time requested by the other side, null if there is none
     * @return the failure
     */
    public static SourceException rateLimited(@Nullable Duration retryAfter) {
        return new SourceException(Problem.RATE_LIMITED, null, retryAfter);
    }

    /**
     * @param wait time until the next request is sent
     * @return the same failure with this waiting time
     */
    public SourceException retryIn(Duration wait) {
        SourceException same = new SourceException(problem, getCause(), wait, arguments);
        same.setStackTrace(getStackTrace());
        return same;
    }

    /**
     * @param since when the inverter was last read, by the clock of the device that reads it
     * @return the failure
     */
    public static SourceException stale(Instant since) {
        return new SourceException(Problem.STALE, since.toString());
    }

    /** @return what went wrong */
    public Problem problem() {
        return problem;
    }

    /** @return the arguments of the text, as described at {@link Problem}; never a secret */
    public List<String> arguments() {
        return List.of(arguments);
    }

    /** @return the kind of failure, as shown by the channel {@code connection#failure-kind} */
    public FailureKind kind() {
        return problem.kind();
    }

    /** @return the time to wait, empty if neither the other side nor the source defines one */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
