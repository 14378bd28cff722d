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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The kinds of failure, by what can be done about them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum FailureKind {
    /** Nothing has failed. */
    NONE,
    /** No contact: try again later. */
    UNREACHABLE,
    /** The owner must act; trying again does not help. */
    REFUSED,
    /** Another program uses the only session: try again later. */
    BUSY,
    /** An answer that cannot be used: try again later; report it to the maintainers if it persists. */
    UNEXPECTED,
    /** Too many requests: wait for the requested time. */
    RATE_LIMITED,
    /** An answer with an old sample. */
    STALE
}
