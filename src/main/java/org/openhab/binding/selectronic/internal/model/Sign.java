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
package org.openhab.binding.selectronic.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The meaning of a positive power. One rule for all: a power is positive when it flows into the house's supply, so that
 * solar + battery + AC source = load + losses.
 * <p>
 * Source: this rule, applied to five published bodies of gateways and of an emulator, leaves losses of 71 to 113 W; no
 * other reading of the raw signs leaves positive losses on all five.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Sign {
    /** Not a signed flow. */
    NONE,
    /** Positive while the battery discharges. */
    DISCHARGING,
    /** Positive while grid or generator supply the house. */
    IMPORTING,
    /** Positive while feeding the house. */
    FEEDING,
    /** Positive while consuming: the one flow on the other side of the balance. */
    CONSUMING
}
