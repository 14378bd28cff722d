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

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What is known of one secret that proves who we are: the account of the portal or of the tunnel, or the password of a
 * unit. One attempt is made where the other side refuses it plainly, three in a row where a refusal can only be
 * inferred (the log-in form again, 401, 403, unknown words). That lasts over new connections and restarts, until the
 * owner saves or removes the thing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Credential {
    /** Attempts in a row that may end in a way from which a refusal can only be inferred. */
    int DOUBTFUL_ATTEMPTS = 3;

    /** @return whether it must not be sent any more */
    boolean isRefused();

    /** The other side has refused it plainly. */
    void refuse();

    /**
     * An attempt has ended in a way from which a refusal can only be inferred.
     *
     * @return how many in a row have ended so; with {@link #DOUBTFUL_ATTEMPTS} it is refused
     */
    int doubt();

    /** The other side has accepted it: attempts before do not count any more. */
    void accept();

    /** @return whether it was accepted since openHAB was started */
    boolean wasAccepted();

    /**
     * Makes an attempt when none with the same secret is under way, which may be one of the same thing before it was
     * initialised anew.
     *
     * @param <T> what comes of it
     * @param attempt makes the attempt, and reports how it ended before its future completes
     * @param refusal what it fails with if the attempt before has shown that the credential is refused
     * @return what comes of it
     */
    <T> CompletableFuture<T> alone(Supplier<CompletableFuture<T>> attempt, Supplier<SourceException> refusal);
}
