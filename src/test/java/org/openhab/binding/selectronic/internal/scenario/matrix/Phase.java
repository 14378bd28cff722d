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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * When a trouble begins.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
enum Phase {
    /** Before openHAB's first contact. */
    START,
    /** When everything has been well for some polls. */
    STEADY,
    /** While what was recorded is being read. */
    BACK_FILL,
    /** Things are disposed of in the middle of it: of the first contact, and of a later poll. */
    DISPOSE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
