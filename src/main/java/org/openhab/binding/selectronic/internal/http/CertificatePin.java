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
package org.openhab.binding.selectronic.internal.http;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Stores the certificate of one server, over restarts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface CertificatePin {
    /** @return the SHA-256 fingerprint that was accepted, empty before the first answer that was understood */
    Optional<String> fingerprint();

    /** @param fingerprint the fingerprint that the first understood answer came under; the only one from now on */
    void accept(String fingerprint);

    /** Deletes it, so that the next certificate under which an answer is understood is accepted. */
    void forget();
}
