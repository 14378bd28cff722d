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
package org.openhab.binding.selectronic.internal.gateway;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Remembers the certificate of one box, over restarts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface CertificatePin {
    /** @return the SHA-256 fingerprint that was accepted, empty before the first contact */
    Optional<String> fingerprint();

    /**
     * @param fingerprint the fingerprint of the first contact, which is accepted from now on
     */
    void accept(String fingerprint);

    /** Makes the next contact the first again. */
    void forget();
}
