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
package org.openhab.binding.selectronic.internal.discovery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Creates the last segment of a thing UID from an id that a device reports. openHAB accepts ASCII letters, digits, '_'
 * and '-' only, while devices may report any characters.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UidSegment {
    private static final int LONGEST = 64;
    private static final int HASH_DIGITS = 8;

    private UidSegment() {
    }

    /**
     * @param id an id of any characters and length
     * @return a segment; the id itself if it is valid. Different ids may have the same segment
     */
    static String of(String id) {
        String plain = id.strip().replaceAll("[^A-Za-z0-9_-]", "_");
        if (plain.length() > LONGEST || plain.chars().noneMatch(Character::isLetterOrDigit)) {
            return plain.substring(0, Math.min(plain.length(), LONGEST - HASH_DIGITS - 1)) + "_" + hash(id);
        }
        return plain;
    }

    /**
     * @param id an id whose segment is also that of another id
     * @param difference a text that distinguishes both
     * @return a unique segment
     */
    static String of(String id, String difference) {
        return of(of(id) + "_" + difference);
    }

    /** @return a few digits that differ for different texts */
    static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, HASH_DIGITS);
    }
}
