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

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A way could not supply what was asked for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract sealed class SourceException extends Exception
        permits Unreachable, Refused, Busy, Unexpected, RateLimited, Stale {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String[] arguments;

    SourceException(Problem problem, String... arguments) {
        super(problem.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + List.of(arguments));
        this.problem = problem;
        this.arguments = arguments.clone();
    }

    /** @return what exactly went wrong */
    public Problem problem() {
        return problem;
    }

    /** @return the arguments of the text, as {@link Problem} names them; never a secret */
    public List<String> arguments() {
        return List.of(arguments);
    }

    /** @return the kind of failure, as the channel {@code connection#failure-kind} shows it */
    public abstract FailureKind kind();
}
