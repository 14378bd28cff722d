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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Provider;

/**
 * The state of one secret used to log in: the account of the portal or of the tunnel, or the password of a unit. It is
 * refused after one attempt if the other side refuses it explicitly, or after three in a row if a refusal can only be
 * inferred (the login form again, 401, 403, unknown words). This state survives new connections and restarts, until the
 * owner saves or removes the thing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Credential {
    /**
     * Number of consecutive attempts from which a refusal can only be inferred, until the credential counts as refused.
     */
    int DOUBTFUL_ATTEMPTS = 3;

    /** @return whether it must not be sent any more */
    boolean isRefused();

    /** Marks it as refused: the other side has refused it explicitly. */
    void refuse();

    /**
     * Counts an attempt from which a refusal can only be inferred.
     *
     * @return the number of such attempts in a row; at {@link #DOUBTFUL_ATTEMPTS} the credential is refused
     */
    int doubt();

    /** Marks it as accepted and resets the number of doubtful attempts. */
    void accept();

    /** @return whether it was accepted since openHAB was started */
    boolean wasAccepted();

    /**
     * Makes an attempt as soon as no other attempt with the same secret is running. The other one may be of the same
     * thing before it was initialised again.
     *
     * @param <T> the result
     * @param attempt makes the attempt, and reports its outcome before its future completes
     * @param refusal provides the failure if the previous attempt has shown that the credential is refused
     * @return the result
     */
    <T> CompletableFuture<T> alone(Provider<CompletableFuture<T>> attempt, Provider<SourceException> refusal);
}
