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
 * Failures of ours within futures, which know no checked exceptions: they wrap them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Deferred {
    private Deferred() {
    }

    /**
     * Something that may fail.
     *
     * @param <T> what it brings
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @return what it brings
         * @throws SourceException if it fails
         */
        T done() throws SourceException;
    }

    /**
     * Lets it fail in the way that futures know.
     *
     * @param <T> what it brings
     * @param work something that may fail
     * @return what it brings
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
     * @param failure what a future reports
     * @return why it failed, without what the future has wrapped around it
     */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /**
     * @param kind a kind of failure
     * @param failure what a future reports
     * @return whether it is a declared failure of that kind
     */
    public static boolean failedAs(FailureKind kind, Throwable failure) {
        return cause(failure) instanceof SourceException known && known.kind() == kind;
    }
}
