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

import java.security.cert.CertificateException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Thrown if a server presents a certificate other than the accepted one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class CertificateChangedException extends CertificateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pinned the fingerprint that was accepted
     * @param presented the fingerprint that is shown now
     */
    CertificateChangedException(String pinned, String presented) {
        super("certificate " + presented + " in place of " + pinned,
                new SourceException(Problem.CERTIFICATE_CHANGED, pinned, presented));
    }
}
