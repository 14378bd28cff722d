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
package org.openhab.binding.selectronic.simulator.splink;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How the lines of a tunnel's dialogue are cut into packets.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Delivery {
    /** Each line on its own. */
    LINE_BY_LINE,
    /** Each byte on its own. */
    BYTE_BY_BYTE,
    /** All lines of an answer in one, which a public client relies on. */
    TOGETHER
}
