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
package org.openhab.core.common;

import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What all ids of openHAB have in common: segments of letters, digits, "_" and "-", joined by colons.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class AbstractUID {
    public static final String SEPARATOR = ":";

    private static final Pattern SEGMENT = Pattern.compile("[\\w-]*");

    private final List<String> segments;

    protected AbstractUID(String uid) {
        this(List.of(uid.split(SEPARATOR)));
    }

    protected AbstractUID(String... segments) {
        this(List.of(segments));
    }

    @SuppressWarnings("this-escape")
    protected AbstractUID(List<String> segments) {
        int size = segments.size();
        if (size < getMinimalNumberOfSegments()) {
            throw new IllegalArgumentException(
                    "A UID of this kind has at least " + getMinimalNumberOfSegments() + " segments: " + segments);
        }
        for (int i = 0; i < size; i++) {
            validateSegment(segments.get(i), i, size);
        }
        if (segments.get(size - 1).isBlank()) {
            throw new IllegalArgumentException("The last segment of a UID is never blank: " + segments);
        }
        this.segments = List.copyOf(segments);
    }

    public static boolean isValid(@Nullable String segment) {
        return segment != null && SEGMENT.matcher(segment).matches();
    }

    protected abstract int getMinimalNumberOfSegments();

    protected void validateSegment(String segment, int index, int length) {
        if (!isValid(segment)) {
            throw new IllegalArgumentException("Only letters, digits, '_' and '-' may stand in a UID: " + segment);
        }
    }

    protected List<String> getAllSegments() {
        return segments;
    }

    protected String getSegment(int segment) {
        return segments.get(segment);
    }

    public String getAsString() {
        return String.join(SEPARATOR, segments);
    }

    @Override
    public String toString() {
        return getAsString();
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj != null && getClass() == obj.getClass() && segments.equals(((AbstractUID) obj).segments);
    }
}
