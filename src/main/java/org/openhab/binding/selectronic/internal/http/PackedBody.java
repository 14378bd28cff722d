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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Unpacks bodies that a server has packed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PackedBody {
    private PackedBody() {
    }

    /**
     * @param encoding the header that says how it is packed, null for not at all
     * @param body the body as it has come
     * @param largest how many bytes it may have when it is unpacked
     * @return the body, unpacked as far as the encoding is known
     * @throws SourceException if it is larger, or not packed as the header says
     */
    static byte[] unpack(@Nullable String encoding, byte[] body, int largest) throws SourceException {
        if (encoding == null || !encoding.strip().toLowerCase(Locale.ROOT).matches("(x-)?gzip") || body.length == 0) {
            return body;
        }
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = unpacking.readNBytes(largest + 1);
            if (unpacked.length > largest) {
                throw new SourceException(Problem.TOO_LARGE, Integer.toString(largest));
            }
            return unpacked;
        } catch (IOException e) {
            throw new SourceException(Problem.NOT_HTTP, e);
        }
    }
}
