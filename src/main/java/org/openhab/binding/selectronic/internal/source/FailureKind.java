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
    /** The owner must do something; trying again does not help. */
    REFUSED,
    /** Somebody else uses the only session: try again later. */
    BUSY,
    /** An answer that cannot be used: try again later, tell the maintainers if it stays. */
    UNEXPECTED,
    /** Asked too often: wait as long as is asked for. */
    RATE_LIMITED,
    /** An answer, but an old one. */
    STALE
}
