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
 * What a unit does with reads when no client is logged in. Public clients tell of both.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum LoggedOut {
    /** No answer. */
    SILENT,
    /** An answer of the right length whose data have a wrong CRC. */
    BAD_CRC
}
