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

import java.util.concurrent.CompletionException;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Wraps and unwraps failures in futures, which do not support checked exceptions.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Futures {
    private Futures() {
    }

    /**
     * A task that may fail.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @return the result
         * @throws SourceException if it fails
         */
        T done() throws SourceException;
    }

    /**
     * Runs a task and wraps its failure for use in a future.
     *
     * @param <T> the result
     * @param work a task that may fail
     * @return the result
     * @throws CompletionException around the failure
     */
    public static <T> T done(Work<T> work) {
        try {
            return work.done();
        } catch (SourceException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * @param failure the failure reported by a future
     * @return its cause, without the wrapper added by the future
     */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /**
     * @param kind a kind of failure
     * @param failure the failure reported by a future
     * @return whether it is a {@link SourceException} of that kind
     */
    public static boolean failedAs(FailureKind kind, Throwable failure) {
        return cause(failure) instanceof SourceException known && known.kind() == kind;
    }
}
